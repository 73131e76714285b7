import { cost, limits } from './a-schema.js';
import { describe, expect, test } from '@jest/globals';

describe('what is not GraphQL, or asks for what is not there, is left to validation', () => {
  test.each([
    ['no text', undefined],
    ['no GraphQL', '{ org { '],
    ['a character that GraphQL does not have', '{ org ? }'],
  ])('%s', (_, query) => {
    expect(limits.admit({ query, variables: {} })).toBeUndefined();
  });

  test('unknown fields, types, fragments and arguments', () => {
    expect(
      cost('{ nothing(first: "x") { at { all } } ...Gone ... on Ghost { id } org(ids: $x) { id } }'),
    ).toBe(3);
  });

  test('fragments on what has no selections', () => {
    expect(
      cost(
        '{ org { ... on Range { from { a } } ... on Rank { b { c } } ...F } } fragment F on Range { from { a } }',
      ),
    ).toBe(4);
  });

  test('the operation of another name than the one asked', () => {
    const query = 'query A { org { id } } query B { orgs(first: 2000) { id } }';

    expect(limits.admit({ query, operationName: 'A', variables: {} })).toBe(1);
  });

  test.each([
    ['a name that it does not have', 'query A { org { id } }', 'B'],
    ['the name of what every object has', 'query A { org { id } }', 'constructor'],
    ['an empty name', '{ org { id } }', ''],
    ['no name where it has several', 'query A { org { id } } query B { org { id } }', undefined],
    ['no name where it has none', 'fragment A on Org { id }', undefined],
  ])('but not a document that is asked for %s', (_, query, operationName) => {
    const admit = () => limits.admit({ query, operationName, variables: {} });

    expect(admit).toThrow(
      expect.objectContaining({
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
      }),
    );
  });
});
