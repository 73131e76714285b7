import { expect, test } from '@jest/globals';
import { isMet, requirementJoin, type Requirement } from '../../../schema/contract/access/requirement.js';
import fc from 'fast-check';

const NAME = fc.constantFrom<string[]>('a', 'b', 'c', 'd');
const NAMES = fc.uniqueArray(NAME).map((names) => new Set(names));
const CHOICE = fc.array(fc.array(NAME, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
const CHOICES = fc.array(CHOICE, { maxLength: 2 });
const REQUIREMENT = fc.record({ isAuthenticated: fc.boolean(), scopes: CHOICES, policies: CHOICES });
const STANDING = fc.record({ isAuthenticated: fc.boolean(), scopes: NAMES, policies: NAMES });

type Standing = typeof STANDING extends fc.Arbitrary<infer Value> ? Value : never;

/** Word for word what Apollo's documentation says: the outer list is an OR, the inner lists are ANDs. */
function isMetNaively({ isAuthenticated, scopes, policies }: Requirement, standing: Standing): boolean {
  if (isAuthenticated && !standing.isAuthenticated) return false;
  for (const choice of scopes)
    if (!choice.some((group) => group.every((name) => standing.scopes.has(name)))) return false;
  for (const choice of policies)
    if (!choice.some((group) => group.every((name) => standing.policies.has(name)))) return false;
  return true;
}

function isMetBy(standing: Standing, requirement: Requirement): boolean {
  return isMet(requirement, { caller: standing, isPolicyGranted: (name) => standing.policies.has(name) });
}

test('requirements that are joined hold exactly when each of them does', () => {
  fc.assert(
    fc.property(fc.array(REQUIREMENT, { minLength: 1, maxLength: 4 }), STANDING, (parts, standing) => {
      const joined = requirementJoin()(parts);

      expect(joined && isMetBy(standing, joined)).toBe(parts.every((part) => isMetNaively(part, standing)));
    }),
  );
});

test('equal requirements are one object, in whatever order they are written', () => {
  const join = requirementJoin();
  const scopes = [[['a', 'b'], ['c']]];

  const one = join([{ isAuthenticated: true, scopes, policies: [] }]);
  const parts = [
    { isAuthenticated: false, scopes: [[['c'], ['b', 'a', 'b']]], policies: [] },
    { isAuthenticated: true, scopes: [], policies: [] },
  ];

  expect(join(parts)).toBe(one);
  expect(join([...parts, undefined])).toBe(one);
});

test('nothing joined demands nothing', () => {
  expect(requirementJoin()([undefined])).toBeUndefined();
});
