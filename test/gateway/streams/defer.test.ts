import { describe, expect, test } from '@jest/globals';
import type { PolicyDecider } from '../../../gateway/engine/filter/policies.js';
import { ENGINE_DEFAULTS } from '../../../gateway/engine/settings.js';
import type { Answer, AnswerPart } from '../../../gateway/explorer/app/run/answer.js';
import { withPart } from '../../../gateway/explorer/app/run/merge.js';
import { hubOf, type GatewayChanges } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@external", "@requires", "@policy"])`;

interface Ref {
  readonly id: string;
}

/** Two agencies: the first one answers at once, the other one when the test lets it. */
function agencies(slow: Promise<unknown> = Promise.resolve()) {
  const units = [1, 2].map((n) => ({ __typename: 'Unit', id: `u${n}`, name: `Unit ${n}` }));
  return [
    local(
      'police',
      `${LINK}
      type Query { units: [Unit!]! unit: Unit post: Post }
      type Mutation { rename: Unit }
      interface Named { name: String! }
      type Unit implements Named @key(fields: "id") { id: ID! name: String! chief: Chief }
      type Chief @key(fields: "id") { id: ID! rank: String @policy(policies: [["rank"]]) }
      type Post implements Named { name: String! unit: Unit! }`,
      {
        Query: { units: () => units, unit: () => units[0], post: () => ({ name: 'Post', unit: units[1] }) },
        Mutation: { rename: () => units[0] },
        Unit: {
          __resolveReference: ({ id }: Ref) => units.find((unit) => unit.id === id),
          chief: () => ({ id: 'c1' }),
        },
        Chief: { __resolveReference: ({ id }: Ref) => ({ id }), rank: () => 'Colonel' },
      },
    ),
    local(
      'awards',
      `${LINK}
      type Unit @key(fields: "id") { id: ID! medals: Int! broken: String! best: Medal }
      type Medal { name: String! year: Int }
      type Chief @key(fields: "id") { id: ID! honours: Int }`,
      {
        Unit: {
          __resolveReference: async ({ id }: Ref) => {
            await slow;
            return { id };
          },
          medals: ({ id }: Ref) => Number(id.at(-1)) * 10,
          broken: () => null,
          best: () => ({ name: 'Gold', year: 1975 }),
        },
        Chief: { __resolveReference: ({ id }: Ref) => ({ id }), honours: () => 3 },
      },
    ),
  ];
}

interface PartSeen {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly hasNext?: boolean;
  readonly incremental?: readonly {
    readonly data: Record<string, unknown> | null;
    readonly path: readonly (string | number)[];
    readonly label?: string;
    readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
  }[];
}

const ACCEPT = 'multipart/mixed;deferSpec=20220824, application/json';

async function* partsOf(url: string, query: string, variables: object = {}): AsyncGenerator<PartSeen> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: ACCEPT },
    body: JSON.stringify({ query, variables }),
  });
  expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const parts = text.split('\r\n---');
    text = parts.pop() ?? '';
    for (const part of parts.filter(Boolean)) yield JSON.parse(part.split('\r\n\r\n')[1] ?? '') as PartSeen;
  }
}

async function allParts(url: string, query: string, variables: object = {}): Promise<readonly PartSeen[]> {
  const found: PartSeen[] = [];
  for await (const part of partsOf(url, query, variables)) found.push(part);
  return found;
}

/** The data of all parts, as a client puts them together. */
function joined(parts: readonly PartSeen[]): unknown {
  return parts.reduce<Answer | null>((held, part) => withPart(held, part as AnswerPart), null)?.data;
}

async function hubWith(changes: GatewayChanges = {}, slow?: Promise<unknown>) {
  return hubOf(agencies(slow), changes);
}

describe('an operation of which something is deferred', () => {
  test('is answered before a slow agency, and completed after', async () => {
    const slow = Promise.withResolvers<void>();
    const hub = await hubWith({}, slow.promise);
    const parts = partsOf(hub.url, '{ units { name ... @defer(label: "later") { medals } } }');

    const first = await parts.next();
    slow.resolve();
    const second = await parts.next();

    expect(first.value).toMatchObject({
      data: { units: [{ name: 'Unit 1' }, { name: 'Unit 2' }] },
      extensions: { cost: { estimate: expect.any(Number) } },
      hasNext: true,
    });
    expect(JSON.stringify(first.value)).not.toContain('medals');
    expect(second.value).toEqual({
      incremental: [
        { data: { medals: 10 }, path: ['units', 0], label: 'later' },
        { data: { medals: 20 }, path: ['units', 1], label: 'later' },
      ],
      hasNext: false,
    });
    expect(await parts.next()).toMatchObject({ done: true });
  });

  test.each([
    ['at the top', '{ unit { name } ... @defer { post { name } } }'],
    [
      'in a named fragment',
      '{ unit { ...Later @defer name } } fragment Later on Unit { best { name } medals }',
    ],
    ['twice at one place', '{ unit { ... @defer { a: medals } ... @defer { b: best { year } } } }'],
    ['one within the other', '{ unit { ... @defer { best { name ... @defer { year } } } } }'],
    ['one directly within the other', '{ unit { ... @defer { ... @defer { medals } } name } }'],
    ['below an object of both', '{ unit { best { name } ... @defer { best { year } } } }'],
    ['through a list and an alias', '{ all: units { n: name ... @defer { m: medals chief { honours } } } }'],
    [
      'for one type of several',
      '{ post { ... on Named @defer { name } ... on Post @defer { unit { medals } } } }',
    ],
    ['with what is asked for at once too', '{ unit { medals ... @defer { medals name } } }'],
  ])('%s: the parts together are the whole answer', async (_, query) => {
    const hub = await hubWith();

    const parts = await allParts(hub.url, query);
    const whole = await hub.ask(query);

    expect(joined(parts)).toEqual(whole.data);
    expect(whole.errors).toBeUndefined();
    expect(parts.map(({ hasNext }) => hasNext)).toEqual(parts.map((__, index) => index < parts.length - 1));
  });

  test('no agency is asked more often than for the whole answer', async () => {
    const hub = await hubWith();
    const query = '{ units { name ... @defer { medals } chief { id ... @defer { honours } } } }';

    const whole = await hub.ask(query);
    const parts = await allParts(hub.url, query);

    expect(joined(parts)).toEqual(whole.data);
    expect(whole.fetches).toHaveLength(2 + 1);
  });

  test('a condition decides whether it is', async () => {
    const hub = await hubWith();
    const query = 'query ($later: Boolean!) { unit { name ... @defer(if: $later) { medals } } }';

    const deferred = await allParts(hub.url, query, { later: true });
    const whole = await allParts(hub.url, query, { later: false });

    expect(deferred).toMatchObject([{ data: { unit: { name: 'Unit 1' } } }, { incremental: [{}] }]);
    expect(whole).toMatchObject([{ data: { unit: { name: 'Unit 1', medals: 10 } }, hasNext: false }]);
  });

  test('what fails later is null there, and said there', async () => {
    const hub = await hubWith();

    const parts = await allParts(
      hub.url,
      '{ units { name ... @defer { broken } ... @defer { chief { honours } } } }',
    );

    expect(parts[0]).not.toHaveProperty('errors');
    const later = parts.flatMap(({ incremental = [] }) => incremental);
    expect(later.filter(({ data }) => data === null)).toMatchObject([
      { path: ['units', 0], errors: [{ path: ['units', 0, 'broken'], extensions: { agency: 'awards' } }] },
      { path: ['units', 1], errors: [{ path: ['units', 1, 'broken'], extensions: { agency: 'awards' } }] },
    ]);
    expect(later.filter(({ data }) => data !== null)).toEqual([
      { data: { chief: { honours: 3 } }, path: ['units', 0] },
      { data: { chief: { honours: 3 } }, path: ['units', 1] },
    ]);
  });

  test('what the caller may not see is null in its part, and said there', async () => {
    const decidePolicies: PolicyDecider = () => new Map();
    const hub = await hubWith({ decidePolicies });

    const parts = await allParts(hub.url, '{ unit { name ... @defer { chief { id rank } } } }');

    expect(parts[0]).not.toHaveProperty('errors');
    expect(parts[1]).toMatchObject({
      incremental: [
        {
          data: { chief: { id: 'c1', rank: null } },
          errors: [{ path: ['unit', 'chief', 'rank'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
        },
      ],
    });
  });

  test('where all or nothing is answered, it is refused as a whole', async () => {
    const decidePolicies: PolicyDecider = () => new Map();
    const hub = await hubWith({ decidePolicies, engine: { ...ENGINE_DEFAULTS, AUTHZ_MODE: 'reject' } });

    const parts = await allParts(hub.url, '{ unit { name ... @defer { chief { rank } } } }');

    expect(parts).toMatchObject([
      { errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }], hasNext: false },
    ]);
    expect(parts[0]).not.toHaveProperty('data');
  });

  test('a client that does not ask for parts gets the whole answer', async () => {
    const hub = await hubWith();

    const { data, headers } = await hub.ask('{ unit { name ... @defer { medals } } }');

    expect(data).toEqual({ unit: { name: 'Unit 1', medals: 10 } });
    expect(headers.get('content-type')).toContain('application/json');
  });

  test('a change is answered when it is made, and what is below may come later', async () => {
    const hub = await hubWith();

    const below = await allParts(hub.url, 'mutation { rename { name ... @defer { medals } } }');
    const top = await allParts(hub.url, 'mutation { ... @defer { rename { name } } }');

    expect(joined(below)).toEqual({ rename: { name: 'Unit 1', medals: 10 } });
    expect(below).toHaveLength(2);
    expect(top).toMatchObject([{ data: { rename: { name: 'Unit 1' } }, hasNext: false }]);
  });

  test('an agency that does not answer takes down its own part alone', async () => {
    const broken = Promise.reject(new Error('secret'));
    broken.catch(() => undefined);
    const hub = await hubWith({}, broken);

    const parts = await allParts(hub.url, '{ unit { name ... @defer { best { name } } } }');

    expect(parts[0]).toMatchObject({ data: { unit: { name: 'Unit 1' } } });
    expect(parts[0]).not.toHaveProperty('errors');
    expect(parts[1]).toMatchObject({
      incremental: [{ errors: [{ extensions: { agency: 'awards' } }] }],
      hasNext: false,
    });
    expect(JSON.stringify(parts)).not.toContain('secret');
  });
});
