import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { implies, strippedOf, unnamedOf } from '../../../gateway/launch/protection.js';
import { WITHOUT_BREAKS } from '../../../gateway/supergraph/pace.js';
import { requirementJoin, type Requirement } from '../../../schema/contract/access/requirement.js';
import { accessRules, statedRules } from '../../../schema/contract/access/rules.js';

const DIRECTIVES = `
  directive @authenticated on OBJECT | FIELD_DEFINITION | INTERFACE | SCALAR | ENUM
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION | INTERFACE | SCALAR | ENUM
  directive @policy(policies: [[String!]!]!) on OBJECT | FIELD_DEFINITION | INTERFACE | SCALAR | ENUM`;

function guarded(sdl: string) {
  const text = DIRECTIVES + sdl;
  return { schema: buildSchema(text), rules: accessRules(statedRules(parse(text))) };
}

const FORMER = `
  type Query { open: Int closed: Int @authenticated person: Person }
  type Person @requiresScopes(scopes: [["a", "b"], ["c"]]) { name: String age: Int @policy(policies: [["p"]]) }`;

function stripped(next: string): Promise<readonly string[]> {
  return strippedOf(guarded(FORMER), guarded(next), WITHOUT_BREAKS);
}

describe('protection that is stripped', () => {
  test('is found on fields and types, also where the values lead to', async () => {
    expect(await stripped(FORMER.replace('closed: Int @authenticated', 'closed: Int'))).toEqual([
      'Query.closed',
    ]);
    expect(await stripped(FORMER.replace('@requiresScopes(scopes: [["a", "b"], ["c"]])', ''))).toEqual([
      'Query.person',
      'Person',
      'Person.name',
      'Person.age',
    ]);
    expect(await stripped(FORMER.replace('["a", "b"]', '["a"]'))).toContain('Person');
  });

  test('is none where as much or more is demanded, or the part is gone', async () => {
    expect(await stripped(FORMER.replace('["a", "b"], ["c"]', '["c"]'))).toEqual([]);
    expect(await stripped(FORMER.replace('@authenticated', '@requiresScopes(scopes: [["x"]])'))).toEqual([]);
    expect(await stripped(FORMER.replace('closed: Int @authenticated', ''))).toEqual([]);
  });

  test('counts as named with the type that it came from', () => {
    const coordinates = ['Query.person', 'Person', 'Person.name', 'Query.closed'];

    expect(unnamedOf(coordinates, ['Person'], guarded(FORMER))).toEqual(['Query.closed']);
  });
});

test('a requirement implies another one when whoever meets it meets that, too', () => {
  const join = requirementJoin();
  const scopes = (...choice: readonly (readonly string[])[]): Requirement =>
    join([{ isAuthenticated: false, scopes: [choice], policies: [] }]) as Requirement;
  const token: Requirement = { isAuthenticated: true, scopes: [], policies: [] };

  expect(implies(scopes(['a', 'b']), scopes(['a']))).toBe(true);
  expect(implies(scopes(['a']), scopes(['a', 'b']))).toBe(false);
  expect(implies(scopes(['a']), scopes(['a'], ['b']))).toBe(true);
  expect(implies(scopes(['a'], ['b']), scopes(['a']))).toBe(false);
  expect(implies(scopes(['a']), token)).toBe(true);
  expect(implies(token, scopes(['a']))).toBe(false);
  expect(implies(undefined, token)).toBe(false);
  expect(implies(token, undefined)).toBe(true);
});
