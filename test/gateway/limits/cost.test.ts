import { cost, refusal, settings } from './a-schema.js';
import { describe, expect, test } from '@jest/globals';

describe('the number of fields', () => {
  const doubling = (levels: number): string => {
    const names = Array.from({ length: levels }, (_, level) => `F${level}`);
    const twice = names.map((name, level) => `fragment ${name} on Org { ...F${level + 1} ...F${level + 1} }`);
    return `{ org { ...F0 } } ${twice.join(' ')} fragment F${levels} on Org { name }`;
  };

  test('counts fragments wherever they are used, so that a short text cannot stand for a huge operation', () => {
    const { QUERY_MAX_FIELDS: allowed } = settings;

    expect(refusal(doubling(12))).toBeNull();
    expect(refusal(doubling(200))).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit: 'fields', allowed });
  });
});

describe('the cost of an operation', () => {
  test('is that of the default value where a variable is not given, also after it was null', () => {
    const query = 'query ($n: Int = 900) { orgs(first: $n) { name } }';

    expect(cost(query, { n: null })).toBe(20);
    expect(cost(query)).toBe(900);
    expect(cost(query, { n: 3 })).toBe(3);
  });

  test.each([
    ['one for each object', '{ org { name parent { name } } }', 2],
    ['nothing for plain fields', '{ __typename }', 0],
    ['each row of a page', '{ orgs(first: 7) { name } }', 7],
    [
      'the larger page where both ends are asked for',
      '{ org { children(first: 1, last: 9) { edges { cursor: node { id } } } } }',
      1 + 1 + 9 * 2,
    ],
    ['fields whose names every object has', '{ constructor { id } toString hasOwnProperty { id } }', 2],
    ['the default page where none is said', '{ orgs { name } }', 20],
    [
      'the rows of a connection in its list, not beside it',
      '{ org { children(first: 3) { edges { node { name } } info { more } } } }',
      1 + 1 + 3 * 2 + 1,
    ],
    [
      'pages within pages',
      '{ orgs(first: 4) { children(last: 5) { edges { node { name } } } } }',
      4 * (1 + 1 + 5 * 2),
    ],
    ['five rows of a list without pages', '{ org { tags { word } } }', 1 + 5],
    ['as many rows as ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    ['the same twice under two names', '{ a: org { name } b: org { name } }', 2],
    [
      'fragments wherever they are used',
      'query { org { ...F parent { ...F } } } fragment F on Org { parent { name } }',
      4,
    ],
    ['a condition as if it were met', '{ org @include(if: false) { name } }', 1],
  ])('counts %s', (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  test('reads page sizes from variables and their defaults', () => {
    const query = 'query ($n: Int = 6, $ids: [ID!]!) { orgs(first: $n) { name } nodes(ids: $ids) { id } }';

    expect(cost(query, { ids: ['a', 'b'] })).toBe(6 + 2);
    expect(cost(query, { ids: [], n: 9 })).toBe(9);
  });

  test('of a fragment under pages of two sizes is that of each', () => {
    const query = `{ org { a: children(first: 2) { ...P } b: children(first: 5) { ...P } } }
      fragment P on Page { edges { node { name } } }`;

    expect(cost(query)).toBe(1 + (1 + 2 * 2) + (1 + 5 * 2));
  });
});
