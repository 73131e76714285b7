import { describe, expect, test } from '@jest/globals';
import { ANONYMOUS, callerWith } from '../../../../schema/contract/caller.js';
import { graphOf, seenBy, SUPERGRAPH, withScopes } from './a-graph.js';

const BEARER = callerWith({});

describe('an interface', () => {
  const BUDGETS = '{ organizations { budget } }';

  test('opens a field when the rules of all implementing types hold', () => {
    expect(seenBy(withScopes('auditor'), BUDGETS).denied).toEqual(['organizations.@.@.budget']);
    expect(seenBy(callerWith({ scope: 'auditor', policies: ['police-budget'] }), BUDGETS).denied).toEqual([]);
  });

  test('is narrowed by a fragment to what the one type demands', () => {
    const query = '{ organizations { ... on TradeUnion { budget } ... on PoliceUnit { budget station } } }';

    const { denied, marked } = seenBy(withScopes('auditor'), query);

    expect(denied).toEqual(['organizations.@.@.budget']);
    expect(marked).toEqual(['budget']);
  });

  test('is denied as a whole when one implementing type is', () => {
    expect(seenBy(ANONYMOUS, '{ notices { id } }').denied).toEqual(['notices']);
    expect(seenBy(ANONYMOUS, '{ notices { ... on OpenNotice { id } } }').denied).toEqual(['notices']);
    expect(seenBy(withScopes('sealed:read'), '{ notices { id } }').denied).toEqual([]);
  });

  test('passes what an interface object demands on to the implementing types', () => {
    const query = '{ organizations { ... on PoliceUnit { reports } } unions { reports } }';

    expect(seenBy(ANONYMOUS, query).denied).toEqual(['organizations.@.@.reports', 'unions.@.reports']);
    expect(seenBy(BEARER, query).denied).toEqual([]);
  });
});

describe('a union', () => {
  test('is open whatever its members demand', () => {
    expect(seenBy(ANONYMOUS, '{ honours { __typename } }').denied).toEqual([]);
  });

  test('shows the members that the caller may see', () => {
    const query = '{ honours { __typename ... on Medal { title } ... on Citation { title text } } }';

    expect(seenBy(ANONYMOUS, query)).toMatchObject({
      denied: ['honours.@.title', 'honours.@.text'],
      marked: ['title', 'text'],
    });
    expect(seenBy(withScopes('citations:read'), query).denied).toEqual([]);
  });

  test('denies what stands in fragments within a fragment on a denied member', () => {
    const query = '{ honours { ... on Citation { ... on Citation { ... { text } } } } }';

    expect(seenBy(ANONYMOUS, query).denied).toEqual(['honours.@.text']);
  });

  test('tells the type of a denied member too, since it is open on the union', () => {
    expect(seenBy(ANONYMOUS, '{ honours { ... on Citation { __typename } } }').denied).toEqual([]);
  });
});

describe('a supergraph that was composed without passing rules on', () => {
  const foreign = graphOf(
    [
      /(?<=^interface Notice\s+@join__type\(.*?\)\s+)@requiresScopes\(.*\)/m,
      /(?<=^interface Organization[^}]+budget: Int .*)@requiresScopes.*(?=\n)/m,
      /(?<=^type TradeUnion [^}]+reports: \[String!\]! )@authenticated/m,
    ].reduce(without, SUPERGRAPH),
  );

  test('denies a field of an interface that one implementing type denies', () => {
    expect(seenBy(withScopes('auditor'), '{ organizations { budget } }', foreign).denied).toEqual([
      'organizations.@.@.budget',
    ]);
  });

  test('denies every field of an interface when one implementing type is denied', () => {
    const query = '{ notices { __typename id ... on OpenNotice { title } } }';

    expect(seenBy(ANONYMOUS, query, foreign).denied).toEqual(['notices.@.id']);
  });

  test('denies on objects what an interface object demands', () => {
    expect(seenBy(ANONYMOUS, '{ unions { reports } }', foreign).denied).toEqual(['unions.@.reports']);
  });
});

function without(sdl: string, part: RegExp): string {
  if (!part.test(sdl)) throw new Error(`The supergraph has no ${part.source}.`);
  return sdl.replace(part, '');
}
