import { expect, test } from '@jest/globals';
import { expectedOf } from '../../../../gateway/engine/execute/expected.js';
import { typeRelations } from '../../../../gateway/engine/execute/type-relations.js';
import { parse } from 'graphql';

const RELATIONS = typeRelations(
  parse('interface Named { name: String } type Org implements Named { name: String } type Place { at: Int }'),
);
const expected = () =>
  expectedOf(parse('{ a: name ... on Org { o: name } ... on Place { p: at } }'), RELATIONS);

test('of an object only the keys of its type are kept', () => {
  const data = JSON.parse('{"__typename": "Org", "a": 1, "o": 2, "p": 3, "__proto__": {"x": 1}}') as object;

  expected().keepAsked(data);

  expect(Object.entries(data)).toEqual([
    ['a', 1],
    ['o', 2],
  ]);
});

test('whatever names a subgraph makes up, what is known of them is found out once', () => {
  const asked = expected();

  expect(asked.keysOf('Made up')).toBe(asked.keysOf('Made up too'));
  expect([...asked.keysOf('Made up').keys()]).toEqual(['a', 'o', 'p']);
});
