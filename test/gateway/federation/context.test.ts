import { describe, expect, test } from '@jest/globals';
import { sharedHub, hubOf } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@external", "@context", "@fromContext"])`;

const MOVEMENTS = ['north', 'south', 'north'].map((region, n) => ({
  id: `m${n}`,
  region,
  unit: { id: 'u1' },
}));

/** One unit takes part in movements of two regions, and its medals are counted by region. */
function recognition() {
  return local(
    'recognition',
    `${LINK}
    type Query { movements: [Movement!]! movement(id: ID!): Movement }
    type Movement @key(fields: "id") @context(name: "movement") { id: ID! region: String! unit: Unit! squads: [Squad!]! }
    type Squad { name: String! leader: Unit! }
    type Unit @key(fields: "id") {
      id: ID!
      medals(region: String @fromContext(field: "$movement { region }")): String
      praise(word: String!, region: String @fromContext(field: "$movement { region }")): String
    }`,
    {
      Query: {
        movements: () => MOVEMENTS,
        movement: (_: unknown, { id }: { id: string }) => MOVEMENTS.find((each) => each.id === id),
      },
      Movement: {
        squads: () => [1, 2].map((n) => ({ name: `squad ${n}`, leader: { id: 'u1' } })),
      },
      Unit: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        medals: ({ id }: { id: string }, { region }: { region: string }) => `${id} in the ${region}`,
        praise: (_: unknown, { word, region }: { word: string; region: string }) => `${word}, ${region}`,
      },
    },
  );
}

/** Knows the name of every unit, and refers to none of the regions. */
function police() {
  return local(
    'police',
    `${LINK} type Query { unitCount: Int } type Unit @key(fields: "id") { id: ID! name: String deputy: Unit }`,
    {
      Unit: {
        __resolveReference: ({ id }: { id: string }) => ({ id, name: `Unit ${id}`, deputy: { id: 'u2' } }),
      },
    },
  );
}

describe('arguments from the context', () => {
  const hub = sharedHub(() => hubOf([recognition(), police()]));

  test('one record gets the value of each place at which it stands, with one fetch for each value', async () => {
    const { data, errors, fetches } = await hub.ask('{ movements { unit { name medals } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      movements: ['north', 'south', 'north'].map((region) => ({
        unit: { name: 'Unit u1', medals: `u1 in the ${region}` },
      })),
    });
    expect(fetches.filter(({ subgraph }) => subgraph === 'recognition')).toHaveLength(3);
  });

  test('the value is found however many fields and lists lie between', async () => {
    const { data, errors } = await hub.ask('{ movement(id: "m1") { squads { leader { medals } } } }');

    expect(errors).toBeUndefined();
    const leader = { medals: 'u1 in the south' };
    expect(data).toEqual({ movement: { squads: [{ leader }, { leader }] } });
  });

  test('the value passes through a record that another agency completes', async () => {
    const { data, errors } = await hub.ask('{ movements { unit { deputy { medals } } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      movements: ['north', 'south', 'north'].map((region) => ({
        unit: { deputy: { medals: `u2 in the ${region}` } },
      })),
    });
  });

  test('the arguments of the client go along, and its names do not matter', async () => {
    const { data, errors } = await hub.ask(
      'query ($word: String!) { movement(id: "m0") { region: id unit { name: praise(word: $word) praise(word: "Well") } } }',
      { variables: { word: 'Good' } },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      movement: { region: 'm0', unit: { name: 'Good, north', praise: 'Well, north' } },
    });
  });
});
