import { describe, expect, test } from '@jest/globals';
import { aCheck, anApproval, errorsOf, LINK, warningsOf } from '../a-check.js';

const SCOPED = '@requiresScopes(scopes: [["a", "b"], ["c"]])';
const BASE = `${LINK}
type Query { case: Case all: [Filed!]! shown: Shown any: Anything }
type Case implements Filed ${SCOPED} { id: ID! sum: Int @authenticated }
interface Filed { id: ID! }
type Shown { word: String @policy(policies: [["p"]]) plain: String }
union Anything = Case | Shown
`;

function after(from: string, to: string) {
  const owner = BASE.replace(from, to);
  expect(owner).not.toBe(BASE);
  return aCheck({ owner, base: BASE });
}

describe('what is protected does not become open unnoticed', () => {
  test.each([
    ['a type loses its scopes', SCOPED, '', ['Case', 'Case.id', 'Query.case', 'Filed.id']],
    ['another way to have the scopes is added', '["c"]', '["c"], ["d"]', ['Case', 'Query.case']],
    ['fewer scopes are enough', '["a", "b"]', '["a"]', ['Case', 'Query.case']],
    ['a policy is gone', ' @policy(policies: [["p"]])', '', ['Shown.word']],
    ['a policy becomes a token', '@policy(policies: [["p"]])', '@authenticated', ['Shown.word']],
  ])('%s', (_, from, to, opened) => {
    const errors = errorsOf(after(from, to));

    expect(errors).toEqual(expect.arrayContaining(opened.map((each) => `ACCESS_LOWERED ${each}`)));
  });

  test('but a token is no loss where scopes are demanded anyway', () => {
    expect(errorsOf(after(' @authenticated', ''))).toEqual([]);
  });

  test('with what was demanded, and what would be right', () => {
    const { findings } = after(' @policy(policies: [["p"]])', '');

    expect(findings.find(({ code }) => code === 'ACCESS_LOWERED')).toMatchObject({
      coordinate: 'Shown.word',
      agency: 'owner',
      patch: 'word @policy(policies: [["p"]])',
      approval: { owner: 'owner', to: 'owner', right: 'UNPROTECT', coordinate: 'Shown.word' },
    });
  });

  test('by a new type behind an interface whose types were all protected', () => {
    const owner = `${BASE} type Leak implements Filed { id: ID! }`;

    expect(errorsOf(aCheck({ owner, base: BASE }))).toContain('ACCESS_LOWERED Leak.id');
  });

  test('by a field that moves to another agency', () => {
    const served = `${LINK} type Query { h: Int } type Shown { word: String }`;
    const base = BASE.replace('word: String @policy(policies: [["p"]])', '');
    const wasThere = aCheck({ owner: base, base: BASE });

    expect(wasThere.findings.some(({ code }) => code === 'ACCESS_LOWERED')).toBe(false);
    expect(errorsOf(aCheck({ guest: served, base: BASE }))).toContain('OWNER_DEFINED Shown.word');
  });

  test('and not where more is demanded, or nothing is left to see', () => {
    expect(errorsOf(after('sum: Int', `sum: Int ${SCOPED}`))).toEqual([]);
    expect(
      errorsOf(after('word: String @policy(policies: [["p"]])', '')).filter((each) =>
        each.startsWith('ACCESS'),
      ),
    ).toEqual([]);
  });
});

test('what an owner opens on purpose is listed as opened', () => {
  const owner = BASE.replace(' @policy(policies: [["p"]])', '');

  const report = aCheck({
    owner,
    base: BASE,
    approvals: [anApproval('UNPROTECT', 'Shown.word', { to: 'owner' })],
  });

  expect(report.passed).toBe(true);
  expect(report.opened).toEqual(['Shown.word']);
  expect(warningsOf(report)).toContain('ACCESS_OPENED Shown.word');
});

test('rights that no gateway would enforce are refused', () => {
  const guest = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
    @link(url: "https://other.test/policy/v1.0", import: ["@policy"]) @composeDirective(name: "@policy")
    directive @policy(of: String) on FIELD_DEFINITION
    type Query { g: Int @policy(of: "x") }`;

  expect(errorsOf(aCheck({ guest }))).toContain('ACCESS_UNENFORCEABLE');
});
