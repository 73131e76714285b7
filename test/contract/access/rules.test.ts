import { describe, expect, test } from '@jest/globals';
import { accessRules, statedRules } from '../../../schema/contract/access/rules.js';
import type { HubError } from '../../../schema/contract/errors.js';
import { composeSupergraph } from '../../../schema/registry/compose.js';
import { parse } from 'graphql';

const AUTHENTICATED = { isAuthenticated: true, scopes: [], policies: [] };

function rulesOf(schema: string, types: string) {
  return accessRules(statedRules(parse(`schema ${schema} { query: Query } ${types}`)));
}

/** A link to one of Apollo's specifications. */
function link(spec: string, more = ''): string {
  return `@link(url: "https://specs.apollo.dev/${spec}/v0.1"${more}, for: SECURITY)`;
}

describe('a rule is recognised', () => {
  test.each([
    ['by its own name', link('authenticated'), '@authenticated'],
    ['under the name of the whole specification', link('authenticated', ', as: "login"'), '@login'],
    ['under the specification as a prefix', link('authenticated'), '@authenticated__authenticated'],
    ['under a new prefix', link('authenticated', ', as: "login"'), '@login__authenticated'],
    ['imported', link('authenticated', ', import: ["@authenticated"]'), '@authenticated'],
    [
      'imported under a new name',
      link('authenticated', ', import: [{ name: "@authenticated", as: "@login" }]'),
      '@login',
    ],
    ['under the name of another rule', link('authenticated', ', as: "policy"'), '@policy'],
    [
      'linked by an extension',
      `{ query: Query } extend schema ${link('authenticated', ', as: "login"')}`,
      '@login',
    ],
    [
      'linked by a directive of another name',
      `@spec(url: "https://specs.apollo.dev/link/v1.0", as: "spec") ${link('authenticated', ', as: "login"').replace('@link', '@spec')}`,
      '@login',
    ],
    [
      'linked by a core schema',
      link('authenticated', ', as: "login"').replace('@link(url', '@core(feature'),
      '@login',
    ],
    [
      'imported from federation',
      link('federation', ', import: [{ name: "@authenticated", as: "@in" }]'),
      '@in',
    ],
    ['without a purpose', link('authenticated', ', as: "login"').replace(', for: SECURITY', ''), '@login'],
    ['without a link', '', '@authenticated'],
    ['without a link, with the prefix of one', '', '@federation__authenticated'],
  ])('%s', (_, schema, directive) => {
    const source = schema.startsWith('{') ? `schema ${schema}` : `schema ${schema} { query: Query }`;
    const rules = accessRules(
      statedRules(parse(`${source} type Query { open: Int closed: Int ${directive} }`)),
    );

    expect(rules.ofField('Query', 'closed')).toEqual(AUTHENTICATED);
    expect(rules.ofField('Query', 'open')).toBeUndefined();
  });

  test('as composition writes one that an agency renamed', () => {
    const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
        import: [{ name: "@authenticated", as: "@login" }, { name: "@requiresScopes", as: "@scoped" }])
      type Query { a: Int @login b: Int @scoped(scopes: [["x"]]) }`;
    const { supergraphSdl } = composeSupergraph([{ name: 'a', url: 'http://a.invalid', sdl }]);

    const rules = accessRules(statedRules(parse(supergraphSdl)));

    expect(rules.ofField('Query', 'a')).toEqual(AUTHENTICATED);
    expect(rules.ofField('Query', 'b')).toMatchObject({ scopes: [[['x']]] });
  });
});

describe('a rule is read', () => {
  test.each([
    ['an object', 'type T @authenticated { a: Int }'],
    ['an interface', 'interface T @authenticated { a: Int }'],
    ['a scalar', 'scalar T @authenticated'],
    ['an enum', 'enum T @authenticated { A }'],
    ['a union', 'union T @authenticated = Query'],
    ['an extension', 'type T { a: Int } extend type T @authenticated'],
  ])('on %s', (_, type) => {
    const rules = rulesOf('', `type Query { t: [T!]! } ${type}`);

    expect(rules.ofType('T')).toEqual(AUTHENTICATED);
    expect(rules.ofField('Query', 't')).toBe(rules.ofType('T'));
  });

  test('on a field of an interface', () => {
    const rules = rulesOf('', 'interface I { a: Int @authenticated b: Int } type Query { i: I }');

    expect(rules.ofField('I', 'a')).toEqual(AUTHENTICATED);
    expect(rules.ofField('I', 'b')).toBeUndefined();
  });

  test('together with the others at its place', () => {
    const field =
      '@authenticated @requiresScopes(scopes: [["b", "a"], ["c"]]) @requiresScopes(scopes: [["d"]]) @policy(policies: [["p"]])';
    const rules = rulesOf('', `type Query { a: Int ${field} }`);

    expect(rules.ofField('Query', 'a')).toEqual({
      isAuthenticated: true,
      scopes: [[['a', 'b'], ['c']], [['d']]],
      policies: [[['p']]],
    });
  });
});

test('equal requirements of different fields are one object', () => {
  const rules = rulesOf(
    '',
    'type Query { a: Int @authenticated b: T c: Int @policy(policies: [["p"]]) } scalar T @authenticated',
  );

  expect(rules.ofField('Query', 'a')).toBe(rules.ofField('Query', 'b'));
  expect(rules.ofField('Query', 'a')).not.toBe(rules.ofField('Query', 'c'));
});

test('a graph without rules is open', () => {
  expect(rulesOf('', 'type Query { a: Int }').isEmpty).toBe(true);
  expect(rulesOf('', 'type Query { a: Int @authenticated }').isEmpty).toBe(false);
  expect(rulesOf('', 'type Query { a: T } scalar T @authenticated').isEmpty).toBe(false);
});

test('a directive that is no rule demands nothing', () => {
  expect(rulesOf('', 'type Query { a: Int @deprecated @tag(name: "authenticated") }').isEmpty).toBe(true);
});

describe('a rule that does not say what it demands is refused, with its place', () => {
  test.each([
    ['no argument', '@requiresScopes'],
    ['no list', '@requiresScopes(scopes: "a")'],
    ['a plain list', '@requiresScopes(scopes: ["a"])'],
    ['no groups', '@requiresScopes(scopes: [])'],
    ['an empty group', '@requiresScopes(scopes: [["a"], []])'],
    ['a number', '@requiresScopes(scopes: [[1]])'],
    ['an empty name', '@policy(policies: [[""]])'],
    ['null', '@policy(policies: null)'],
    ['the argument of another rule', '@policy(scopes: [["a"]])'],
  ])('%s', (_, directive) => {
    const read = () => rulesOf('', `type Query { a: Int ${directive} }`);

    expect(read).toThrow(/must be a list of groups of names, none empty/);
    try {
      read();
    } catch (error) {
      expect((error as HubError).code).toBe('INVALID_SETTING');
      expect((error as HubError).details).toEqual({ setting: 'supergraph', place: 'Query.a' });
    }
  });
});
