import { expect, test } from '@jest/globals';
import type { FetchOrigin } from '../../../schema/contract/subgraph.js';
import { hubOf } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])`;

/** Two registers that note every change in one book. */
function registers(book: string[]) {
  const noted = async (change: string) => {
    // The first change takes longest, so that one that does not wait is seen to overtake it.
    if (book.length === 0) await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    if (change.includes('refused')) throw new Error('not now');
    book.push(change);
    return { id: change };
  };
  const union = local(
    'union',
    `${LINK} type Query { orgCount: Int } type Mutation { rename(to: String!): Org } type Org @key(fields: "id") { id: ID! }`,
    { Mutation: { rename: (_: unknown, { to }: { to: string }) => noted(`rename ${to}`) } },
  );
  const awards = local(
    'awards',
    `${LINK} type Query { medalCount: Int } type Mutation { award(to: String!): Org must(to: String!): Org! }
    type Org @key(fields: "id") { id: ID! book: [String!] }`,
    {
      Mutation: {
        award: (_: unknown, { to }: { to: string }) => noted(`award ${to}`),
        must: (_: unknown, { to }: { to: string }) => noted(`must ${to}`),
      },
      Org: { __resolveReference: ({ id }: { id: string }) => ({ id }), book: () => [...book] },
    },
  );
  return [union, awards];
}

test('changes happen one after another in the order of the operation, across agencies', async () => {
  const book: string[] = [];
  const hub = await hubOf(registers(book));

  const { data, errors } = await hub.ask(`mutation {
    rename(to: "a") { id } first: award(to: "b") { id } second: award(to: "c") { id } last: rename(to: "d") { id }
  }`);

  expect(errors).toBeUndefined();
  expect(book).toEqual(['rename a', 'award b', 'award c', 'rename d']);
  expect(Object.keys(data as object)).toEqual(['rename', 'first', 'second', 'last']);
});

test('what a change answers is completed by other agencies before the next change happens', async () => {
  const book: string[] = [];
  const hub = await hubOf(registers(book));

  const { data } = await hub.ask('mutation { rename(to: "a") { book } again: rename(to: "b") { book } }');

  expect(data).toEqual({ rename: { book: ['rename a'] }, again: { book: ['rename a', 'rename b'] } });
});

test('one change twice happens twice', async () => {
  const book: string[] = [];
  const hub = await hubOf(registers(book));

  await hub.ask('mutation { a: rename(to: "x") { id } b: award(to: "y") { id } c: rename(to: "x") { id } }');

  expect(book).toEqual(['rename x', 'award y', 'rename x']);
});

test('a change that fails does not stop those after it', async () => {
  const book: string[] = [];
  const hub = await hubOf(registers(book));

  const { data, errors } = await hub.ask('mutation { award(to: "refused") { id } rename(to: "b") { id } }');

  expect(data).toEqual({ award: null, rename: { id: 'rename b' } });
  expect(errors?.map(({ path }) => path)).toEqual([['award']]);
  expect(book).toEqual(['rename b']);
});

test('variables and names of the client do not matter to a change', async () => {
  const book: string[] = [];
  const hub = await hubOf(registers(book));

  const { data } = await hub.ask('mutation Change($to: String!) { award: rename(to: $to) { rename: id } }', {
    variables: { to: 'z' },
  });

  expect(data).toEqual({ award: { rename: 'rename z' } });
});

test('a client that leaves does not undo the change that an agency has begun; the next agency is not asked', async () => {
  const book: string[] = [];
  const [union, awards] = registers(book);
  if (!union || !awards) throw new Error('Two registers are needed.');
  const given = Promise.withResolvers<AbortSignal>();
  const finished = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const slow = local('union', union.sdl, {
    Mutation: {
      rename: async (_: unknown, { to }: { to: string }, { signal }: FetchOrigin) => {
        if (signal) given.resolve(signal);
        await release.promise;
        book.push(`rename ${to}`);
        finished.resolve();
        return { id: to };
      },
    },
  });
  const hub = await hubOf([slow, awards]);
  const leaving = new AbortController();

  const answer = hub.ask('mutation { rename(to: "a") { id } award(to: "b") { id } }', {
    signal: leaving.signal,
  });
  const signal = await given.promise;
  const gone = new Promise((resolve) => signal.addEventListener('abort', resolve));
  leaving.abort();
  await expect(answer).rejects.toThrow('aborted');
  await gone;
  release.resolve();
  await finished.promise;
  await hub.stop();

  expect(book).toEqual(['rename a']);
});
