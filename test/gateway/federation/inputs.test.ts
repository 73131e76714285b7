import { GraphQLScalarType } from 'graphql';
import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])`;

const ANY = new GraphQLScalarType({ name: 'Figures' });

/** Says back, as JSON, the arguments that reached it. */
const echo = (_: unknown, args: Readonly<Record<string, unknown>>) => JSON.stringify(args);

function union() {
  return local(
    'union',
    `${LINK}
    scalar Figures
    enum Rank { HIGH LOW }
    input Period { from: Int! = 2020 to: Int note: String ranks: [Rank!] = [LOW] within: Period }
    type Query {
      find(ids: [ID!], rank: Rank, ranks: [[Rank!]], period: Period, share: Float, name: String = "any", first: Int! = 5): String
      keep(figures: Figures): Figures
      org: Org
    }
    type Org @key(fields: "id") { id: ID! }`,
    {
      Figures: ANY,
      Query: {
        find: echo,
        keep: (_: unknown, { figures }: { figures: unknown }) => figures,
        org: () => ({ id: 'o1' }),
      },
    },
  );
}

function awards() {
  return local(
    'awards',
    `${LINK}
    enum Rank { HIGH LOW }
    type Query { medalCount: Int }
    type Org @key(fields: "id") { id: ID! medals(ranks: [Rank!] = [HIGH], since: Int): String }`,
    { Org: { __resolveReference: ({ id }: { id: string }) => ({ id }), medals: echo } },
  );
}

describe('values that clients send', () => {
  const hub = sharedHub(() => hubOf([union(), awards()]));
  const found = async (args: string) => {
    const { data, errors } = await hub.ask(`{ find${args} }`);
    expect(errors).toBeUndefined();
    return JSON.parse((data as { find: string }).find) as unknown;
  };

  test('what is not given has the default of the agency, and null is not the same', async () => {
    expect(await found('')).toEqual({ name: 'any', first: 5 });
    expect(await found('(name: null, first: 1)')).toEqual({ name: null, first: 1 });
  });

  test('one item stands for a list of it, at every depth', async () => {
    expect(await found('(ids: 7, ranks: HIGH)')).toMatchObject({ ids: ['7'], ranks: [['HIGH']] });
    expect(await found('(ids: ["a", 8], ranks: [[LOW, HIGH], null])')).toMatchObject({
      ids: ['a', '8'],
      ranks: [['LOW', 'HIGH'], null],
    });
  });

  test('objects get their defaults, and enums and whole numbers for fractions arrive as such', async () => {
    expect(
      await found('(period: { to: 2026, within: { ranks: HIGH, note: null } }, rank: LOW, share: 1)'),
    ).toMatchObject({
      period: { from: 2020, to: 2026, ranks: ['LOW'], within: { from: 2020, ranks: ['HIGH'], note: null } },
      rank: 'LOW',
      share: 1,
    });
  });

  test('variables are coerced as literals are', async () => {
    const { data, errors } = await hub.ask(
      'query ($ids: [ID!], $period: Period, $rank: Rank) { find(ids: $ids, period: $period, rank: $rank) }',
      { variables: { ids: 7, period: { ranks: 'HIGH' }, rank: 'LOW' } },
    );

    expect(errors).toBeUndefined();
    expect(JSON.parse((data as { find: string }).find)).toEqual({
      ids: ['7'],
      period: { from: 2020, ranks: ['HIGH'] },
      rank: 'LOW',
      name: 'any',
      first: 5,
    });
  });

  test('a variable that is not given is as if its argument were not written; one that is null is null', async () => {
    const query = 'query ($name: String, $note: String) { find(name: $name, period: { note: $note }) }';

    const absent = await hub.ask(query);
    const given = await hub.ask(query, { variables: { name: null, note: null } });

    expect(JSON.parse((absent.data as { find: string }).find)).toEqual({
      name: 'any',
      first: 5,
      period: { from: 2020, ranks: ['LOW'] },
    });
    expect(JSON.parse((given.data as { find: string }).find)).toEqual({
      name: null,
      first: 5,
      period: { from: 2020, ranks: ['LOW'], note: null },
    });
  });

  test("a variable's own default counts where nothing is given, for the second agency too", async () => {
    const query =
      'query ($since: Int = 1946, $rank: Rank! = LOW) { org { medals(since: $since, ranks: [$rank, HIGH]) } }';

    const byDefault = await hub.ask(query);
    const given = await hub.ask(query, { variables: { since: 2000, rank: 'HIGH' } });

    expect(byDefault.data).toEqual({ org: { medals: '{"ranks":["LOW","HIGH"],"since":1946}' } });
    expect(given.data).toEqual({ org: { medals: '{"ranks":["HIGH","HIGH"],"since":2000}' } });
  });

  test('one field with several sets of arguments is several fields of the answer', async () => {
    const { data, errors } = await hub.ask(
      '{ org { medals a: medals(since: 1) b: medals(since: 2) c: medals(since: 1) } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      org: {
        medals: '{"ranks":["HIGH"]}',
        a: '{"ranks":["HIGH"],"since":1}',
        b: '{"ranks":["HIGH"],"since":2}',
        c: '{"ranks":["HIGH"],"since":1}',
      },
    });
  });

  test('a scalar of an own kind passes both ways as it is, literal or variable', async () => {
    const figures = { a: [1, 2.5, null, { b: 'x' }], 'c d': true };
    const { data, errors } = await hub.ask(
      'query ($figures: Figures) { keep(figures: $figures) literal: keep(figures: { a: [1, -2.5, null, HIGH], b: $figures }) }',
      { variables: { figures } },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ keep: figures, literal: { a: [1, -2.5, null, 'HIGH'], b: figures } });
  });

  test.each([
    ['an unknown enum value', { rank: 'MIDDLE' }],
    ['an unknown key of an object', { period: { until: 1 } }],
    ['null for what must be there', { period: { from: null } }],
    ['a fraction for a whole number', { period: { to: 1.5 } }],
  ])('%s is refused before any agency is asked', async (_, variables) => {
    const { data, errors, fetches } = await hub.ask(
      'query ($rank: Rank, $period: Period) { find(rank: $rank, period: $period) }',
      { variables },
    );

    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(fetches).toEqual([]);
  });
});
