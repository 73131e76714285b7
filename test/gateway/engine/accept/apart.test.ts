import { hubOf, sharedHub } from '../../../support/tiny-hub.js';
import { local } from '../../../support/tiny-subgraphs.js';
import { describe, expect, test } from '@jest/globals';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@tag"])`;

const police = local(
  'police',
  `${LINK}
  type Query { nationalTips: Int }
  type Place @key(fields: "id") { id: ID! tips: Int @tag(name: "tips-of-a-place") }`,
  { Query: { nationalTips: () => 20_000 }, Place: { tips: () => 50 } },
);
const union = local(
  'union',
  `${LINK}
  type Query { place: Place members: Int }
  type Place @key(fields: "id") {
    id: ID! name: String
    disputes: Int @tag(name: "apart-from/tips-of-a-place")
    members: Int @tag(name: "apart-from/tips-of-a-place")
  }`,
  {
    Query: { place: () => ({ id: '1' }), members: () => 7 },
    Place: { name: () => 'Bắc Ninh', disputes: () => 15, members: () => 3 },
  },
);
const hub = sharedHub(() => hubOf([police, union]));

describe('figures that agencies keep apart', () => {
  test.each([
    ['beside each other', '{ place { tips disputes } }'],
    ['under aliases', '{ a: place { x: tips } b: place { y: members } }'],
    ['in fragments', '{ place { ...T } place { ... on Place { members } } } fragment T on Place { tips }'],
    ['one of them later', '{ place { tips ... @defer { disputes } } }'],
  ])('are not answered together: %s', async (_, query) => {
    const { status, errors, data, fetches } = await hub.ask(query);

    expect({ status, data, fetches }).toEqual({ status: 400, data: undefined, fetches: [] });
    expect(errors).toMatchObject([
      { extensions: { code: 'COMBINATION_NOT_ALLOWED', messageVi: expect.any(String) } },
    ]);
  });

  test('are told by the names of the fields', async () => {
    const { errors } = await hub.ask('{ place { tips members } }');

    expect(errors?.[0]?.extensions?.['fields']).toEqual(['Place.members', 'Place.tips']);
  });

  test.each([
    '{ place { tips name } }',
    '{ place { disputes members } nationalTips }',
    '{ nationalTips members }',
    'query ($no: Boolean = false) { place { tips disputes @include(if: $no) } }',
  ])('are answered apart: %s', async (query) => {
    const { errors } = await hub.ask(query);

    expect(errors).toBeUndefined();
  });

  test('are refused for the values of variables that put them together', async () => {
    const query = 'query ($both: Boolean!) { place { tips disputes @include(if: $both) } }';

    const apart = await hub.ask(query, { variables: { both: false } });
    const together = await hub.ask(query, { variables: { both: true } });

    expect(apart.errors).toBeUndefined();
    expect(together.errors?.[0]?.extensions?.['code']).toBe('COMBINATION_NOT_ALLOWED');
  });
});
