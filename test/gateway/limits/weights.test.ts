import { composeSupergraph } from '../../../schema/registry/compose.js';
import { cost, costsOf } from './a-weighed-graph.js';
import { describe, expect, test } from '@jest/globals';

describe('with @cost', () => {
  test.each([
    ['an object weighs what its type does', '{ report { id } }', 10],
    ['an enum weighs what its type does', '{ report { verdict } }', 10 + 3],
    ['a scalar weighs what its type does', '{ report { scan note } }', 10 + 4],
    ['each value of a list of scalars weighs', '{ report { scans } }', 10 + 5 * 4],
    ['a field weighs the most that any agency states', '{ one { age } }', 1 + 3],
    ['a field goes before its type', '{ heavy { age } }', 100 + 3],
    ['a field may cost nothing, with what is below it', '{ one { free { free { age } } } }', 1 + 3],
    ['rows multiply the weights below them', '{ latest { age } }', 30 * (1 + 3)],
    ['an interface weighs as much as its dearest object', '{ paper { id } }', 10],
    ["an interface's field costs as much as the dearest object's", '{ paper { pages } }', 10 + 5],
    ['a fragment costs what its own type does', '{ paper { ... on Report { pages } } }', 10],
    ['a union weighs as much as its dearest object', '{ found { __typename } }', 2],
    ['a mutation costs ten more', 'mutation { sign(id: "x") { id } }', 10 + 10],
    ['lists of lists multiply', '{ report { copies { id } } }', 10 + 5 * 5],
  ])('%s', (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  test.each([
    ['an argument costs what is stated', '{ search(by: {}) { id } }', 1 + 7],
    ['nothing is asked for what is not given', '{ search(by: null) { id } }', 1],
    ['each item of a list costs', '{ search(words: ["a", "b", "c"]) { id } }', 1 + 3 * 2],
    ['an argument costs what its type does', '{ search(scan: "x") { id } }', 1 + 4],
    [
      'fields of input cost at any depth',
      '{ search(by: { within: { spans: [{ from: 1 }, { from: 1, to: 2 }] } }) { id } }',
      1 + 7 + 1 + 1 + 2,
    ],
    [
      'what makes a field cheaper makes it free at most',
      '{ search(by: { cheap: true }) { id } one { id } }',
      1,
    ],
  ])('%s', (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  test('input costs the same in variables, whatever they were before', () => {
    const query =
      'query ($by: Filter, $to: Int) { search(by: $by) { id } b: search(by: { spans: [{ to: $to }] }) { id } }';

    expect(cost(query, { by: { spans: [{ to: 1 }] }, to: 2 })).toBe(1 + 7 + 2 + (1 + 7 + 2));
    expect(cost(query, { by: { spans: [{ to: 1 }, { to: 1 }] } })).toBe(1 + 7 + 4 + (1 + 7));
    expect(cost(query)).toBe(1 + (1 + 7));
  });

  test('input that is nested without end costs no more than its text is long', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;

    expect(cost('query ($words: [String!]) { search(words: $words) { id } }', { words: deep })).toBe(1);
  });
});

test('a large variable is weighed once, however often it is used', () => {
  let reads = 0;
  const words = new Proxy(['a', 'b', 'c'], {
    get: (list, key) => {
      reads += key === 'map' ? 1 : 0;
      return Reflect.get(list, key) as unknown;
    },
  });
  const uses = Array.from({ length: 20 }, () => 'search(words: $words) { id }').join(' ');

  expect(cost(`query ($words: [String!]) { ${uses} }`, { words })).toBe(20 * (1 + 3 * 2));
  expect(reads).toBe(1);
});

describe('with @listSize', () => {
  test.each([
    ['a list is as long as assumed', '{ latest { id } }', 30],
    ['a list is as long as the argument says', '{ either(first: 4) { id } }', 4],
    ['one argument is enough', '{ either(last: 40) { id } }', 40],
    ['without the one argument it is as long as assumed', '{ either { id } }', 9],
    ['with several arguments it may be as long as assumed', '{ either(first: 2, last: 3) { id } }', 9],
    ['with several arguments it may be as long as the largest', '{ either(first: 2, last: 30) { id } }', 30],
    ['several arguments may be allowed', '{ any(first: 2, last: 3) { id } }', 3],
    ['no argument may be allowed', '{ any { id } }', 9],
    ['a page argument without a size is a page as usual', '{ unassumed { id } }', 20],
    ["an argument's default value counts", '{ preset { id } }', 12],
    ['an argument that is given goes before its default', '{ preset(limit: 3) { id } }', 3],
    ['sized fields are as long as the argument says', '{ people(take: 6) { list { id } } }', 1 + 6],
    ['sized fields alone are', '{ people(take: 6) { others { id } } }', 1 + 5],
    ['sized fields go before their own pages', '{ people(take: 6) { rows(first: 1) { id } } }', 1 + 6],
    [
      "an interface's list is as long as that of its objects",
      '{ paper { authors(limit: 2) { id } } }',
      10 + 2,
    ],
    [
      'fragments below sized fields count each by itself',
      '{ a: people(take: 2) { ...P } b: people(take: 3) { ...P } } fragment P on People { list { id } }',
      1 + 2 + 1 + 3,
    ],
  ])('%s', (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  test('arguments are read from variables', () => {
    const query = 'query ($n: Int) { either(first: $n) { id } }';

    expect(cost(query, { n: 3 })).toBe(3);
    expect(cost(query, { n: 50 })).toBe(50);
    expect(cost(query)).toBe(9);
  });

  test('a size that no number holds is refused, also of a list that costs nothing', () => {
    expect(() => cost('{ either(first: 1e400) { id } }')).toThrow('too complex');
    expect(cost('query ($n: Int) { either(first: $n) { free { id } } }', { n: 0 })).toBe(0);
  });
});

test('a supergraph without the specification states no costs, whatever its directives are called', () => {
  const { supergraphSdl } = composeSupergraph([
    { name: 'plain', url: 'http://plain.invalid', sdl: 'type Query { a: A } type A { b: Int }' },
  ]);

  expect(costsOf(supergraphSdl)('{ a { b } }')).toBe(1);
});
