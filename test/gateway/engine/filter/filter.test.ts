import { describe, expect, test } from '@jest/globals';
import { filtered, requirementsOf } from '../../../../gateway/engine/filter/filter.js';
import { ANONYMOUS, callerWith } from '../../../../schema/contract/caller.js';
import { GRAPH, seenBy, withScopes } from './a-graph.js';

const BEARER = callerWith({});

describe('a field', () => {
  test('is denied where its own rule does not hold', () => {
    expect(seenBy(ANONYMOUS, '{ unions { name memberCount } }')).toEqual({
      denied: ['unions.@.memberCount'],
      marked: ['memberCount'],
      isUntouched: false,
    });
  });

  test('is open where its rule holds, and the operation stays the very same', () => {
    expect(seenBy(BEARER, '{ unions { name memberCount } }')).toEqual({
      denied: [],
      marked: [],
      isUntouched: true,
    });
  });

  test.each([
    ['all scopes of the first group', ['finance:read', 'unions:read'], []],
    ['all scopes of the second group', ['auditor'], []],
    ['some scopes of a group', ['finance:read'], ['unions.@.budget']],
    ['a scope that only begins alike', ['auditors', 'audito'], ['unions.@.budget']],
  ])('with %s', (_, scopes, denied) => {
    expect(seenBy(withScopes(...scopes), '{ unions { budget } }').denied).toEqual(denied);
  });

  test.each([
    ['one of several rules', callerWith({ scope: 'auditor', policies: ['ledger'] }), ['ledger.signature']],
    ['all of several rules', callerWith({ scope: 'auditor', policies: ['ledger', 'seal'] }), []],
  ])('with %s that hold', (_, caller, denied) => {
    expect(seenBy(caller, '{ ledger { balance signature } }').denied).toEqual(denied);
  });

  test('is told under its alias, with a mark for each level of the lists above it', () => {
    expect(seenBy(ANONYMOUS, '{ all: organizations { sum: budget } }').denied).toEqual(['all.@.@.sum']);
  });

  test('that is a list itself is told without a mark', () => {
    const { denied } = seenBy(ANONYMOUS, '{ organizations { reports } }');

    expect(denied).toEqual(['organizations.@.@.reports']);
  });

  test('below a denied field is not told again', () => {
    expect(seenBy(ANONYMOUS, '{ ledger { balance signature } }')).toMatchObject({
      denied: ['ledger'],
      marked: ['ledger'],
    });
  });

  test('is told once for one place and again for each other place', () => {
    const query = `{ unions { memberCount ...M parent { ...M } } } fragment M on TradeUnion { memberCount }`;

    expect(seenBy(ANONYMOUS, query).denied).toEqual(['unions.@.memberCount', 'unions.@.parent.memberCount']);
  });
});

describe('the type of a field', () => {
  test.each([
    ['a scalar', '{ hotline }', ['hotline']],
    ['a scalar deep within', '{ unions { chair { name phone } } }', ['unions.@.chair.phone']],
    ['an enum', '{ verdict }', ['verdict']],
    ['an enum within lists', '{ unions { chair { verdicts } } }', ['unions.@.chair.verdicts']],
    ['an object', '{ ledger { balance } }', ['ledger']],
    ['an object of which only the type is asked', '{ ledger { __typename } }', ['ledger']],
  ])('denies it: %s', (_, query, denied) => {
    expect(seenBy(ANONYMOUS, query).denied).toEqual(denied);
  });

  test('opens it where its rule holds', () => {
    expect(seenBy(BEARER, '{ hotline unions { chair { phone } } }').denied).toEqual([]);
  });
});

describe('a root type', () => {
  test('denies all its fields', () => {
    const mutation = 'mutation { ping rename(id: "1", name: "x") { name } }';

    expect(seenBy(ANONYMOUS, mutation).denied).toEqual(['ping', 'rename']);
    expect(seenBy(BEARER, mutation).denied).toEqual(['rename']);
    expect(seenBy(withScopes('unions:write'), mutation).denied).toEqual([]);
  });
});

test('introspection is open', () => {
  expect(
    seenBy(ANONYMOUS, '{ __schema { types { name } } __type(name: "Ledger") { name } }').isUntouched,
  ).toBe(true);
});

describe('the requirements of an operation', () => {
  test('are those that decide something in it, each once', () => {
    const { rules, operation } = GRAPH;
    const query =
      '{ unions { memberCount parent { memberCount chair { phone } } budget } honours { ... on Medal { title } } }';

    const found = requirementsOf(operation(query), rules);

    expect(found).toEqual([
      { isAuthenticated: true, scopes: [], policies: [] },
      { isAuthenticated: false, scopes: [[['auditor'], ['finance:read', 'unions:read']]], policies: [] },
    ]);
  });

  test('are none where everything is open', () => {
    expect(requirementsOf(GRAPH.operation('{ unions { name } }'), GRAPH.rules)).toEqual([]);
  });

  test('decide alone what is denied', () => {
    const asked = GRAPH.operation(
      '{ hotline verdict ledger { balance signature } organizations { budget } }',
    );
    const [first, ...others] = requirementsOf(asked, GRAPH.rules);

    const none = filtered(asked, GRAPH.rules, () => true);
    const some = filtered(asked, GRAPH.rules, (requirement) => requirement !== first);

    expect(none.denials).toEqual([]);
    expect(some.denials).toEqual([{ path: ['hotline'] }]);
    expect(others.length).toBeGreaterThan(2);
  });
});
