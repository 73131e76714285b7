import { describe, expect, test } from '@jest/globals';
import { hubOf, hubOverHttp, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyId, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';

const ALL = () => [tinyUnion(), tinyPolice(), tinyAwards()];
const ORG = tinyId('Org', 1);
const UNIT = tinyId('Unit', 2);
/** Nothing listens on port 9 of this machine. */
const NOWHERE = 'http://127.0.0.1:9';

const NODE =
  'query ($id: ID!) { node(id: $id) { __typename id ... on Org { name } ... on Unit { name medals } } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Org { name } ... on Unit { name } } }';

const hub = sharedHub(() => hubOf(ALL()));

describe('node', () => {
  test('finds a record of any agency, with what other agencies add to it', async () => {
    const { data } = await hub.ask(NODE, { variables: { id: UNIT } });

    expect(data).toEqual({ node: { __typename: 'Unit', id: UNIT, name: 'Công an 2', medals: 3 } });
  });

  test.each([
    ['a record that does not exist', tinyId('Org', 77)],
    ['a type that no agency has', tinyId('Ghost', 1)],
    ['a type that is no record', tinyId('PageInfo', 1)],
  ])('is null for %s, without an error', async (_, id) => {
    const { data, errors } = await hub.ask(NODE, { variables: { id } });

    expect({ data, errors }).toEqual({ data: { node: null } });
  });

  test('refuses an id that the hub never gave out', async () => {
    const { data, errors } = await hub.ask(NODE, { variables: { id: 'Org:1' } });

    expect(data).toEqual({ node: null });
    expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'INVALID_ID' } }]);
    expect(errors?.[0]?.extensions).not.toHaveProperty('agency');
  });

  test('does not ask an agency that only lends fields to a type whether a record exists', async () => {
    const { data, fetches } = await hub.ask('query ($id: ID!) { node(id: $id) { id } }', {
      variables: { id: tinyId('Org', 77) },
    });

    expect(data).toEqual({ node: null });
    expect(fetches.map(({ subgraph }) => subgraph)).toEqual(['union']);
  });
});

describe('nodes', () => {
  test('answers in the order asked, null where none exists', async () => {
    const { data } = await hub.ask(NODES, { variables: { ids: [UNIT, tinyId('Unit', 9), ORG, UNIT] } });

    const unit = { id: UNIT, name: 'Công an 2' };
    expect(data).toEqual({ nodes: [unit, null, { id: ORG, name: 'Công đoàn 1' }, unit] });
  });

  test('asks each agency once which of the records exist, and once for their fields', async () => {
    const ids = [1, 2, 3, 4, 5].map((n) => tinyId('Org', n));

    const { fetches } = await hub.ask(NODES, { variables: { ids: [...ids, UNIT] } });

    expect(fetches.map(({ subgraph }) => subgraph).toSorted()).toEqual([
      'police',
      'police',
      'union',
      'union',
    ]);
  });

  test('asks once for several node fields of one operation', async () => {
    const { fetches } = await hub.ask(
      `{ a: node(id: "${ORG}") { id } b: node(id: "${tinyId('Org', 2)}") { id } }`,
    );

    expect(fetches).toHaveLength(1);
  });

  test('names the agency that fails at its own ids; the others stand', async () => {
    const hub = await hubOverHttp(ALL(), { police: NOWHERE });

    const { data, errors } = await hub.ask(NODES, { variables: { ids: [UNIT, ORG, 'x'] } });

    expect(data).toEqual({ nodes: [null, { id: ORG, name: 'Công đoàn 1' }, null] });
    expect(errors).toMatchObject([
      { path: ['nodes', 0], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } },
      { path: ['nodes', 2], extensions: { code: 'INVALID_ID' } },
    ]);
  });

  test('tells an error of one record at that record, whatever types stand before it', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Org { strict } } }';

    const { data, errors } = await hub.ask(query, { variables: { ids: [UNIT, ORG] } });

    expect(data).toEqual({ nodes: [{ id: UNIT }, null] });
    expect(errors).toMatchObject([{ path: ['nodes', 1, 'strict'], extensions: { code: 'SUBGRAPH_FAILED' } }]);
  });

  test('refuses more than 100 ids', async () => {
    const { data, errors, fetches } = await hub.ask(NODES, {
      variables: { ids: Array.from({ length: 101 }, () => ORG) },
    });

    expect(data).toEqual({ nodes: null });
    expect(errors).toMatchObject([
      { path: ['nodes'], extensions: { code: 'INVALID_INPUT', allowed: 100, found: 101 } },
    ]);
    expect(fetches).toEqual([]);
  });
});
