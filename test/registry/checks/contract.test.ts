import { describe, expect, test } from '@jest/globals';
import { aCheck, anApproval, errorsOf, LINK, warningsOf } from '../a-check.js';

const BASE = `${LINK}
type Query {
  tips: Tips @tag(name: "tips")
  disputes: Disputes @tag(name: "apart-from/tips")
  open: Open
}
type Tips { count: Int }
type Disputes { count: Int detail: Detail }
type Detail { word: String }
type Open { word: String @tag(name: "public") }
`;

function after(from: string, to: string, more = '') {
  return aCheck({ owner: BASE.replace(from, to) + more, base: BASE });
}

describe('a tag that keeps things apart', () => {
  test('does not vanish by accident', () => {
    const report = after(' @tag(name: "apart-from/tips")', '');

    expect(errorsOf(report)).toContain('CONTRACT_TAG_REMOVED Query.disputes');
    expect(report.contracts).toContainEqual({
      tag: 'apart-from/tips',
      change: 'REMOVED',
      coordinate: 'Query.disputes',
    });
    expect(report.findings.find(({ code }) => code === 'CONTRACT_TAG_REMOVED')?.patch).toBe(
      '@tag(name: "apart-from/tips")',
    );
  });

  test('does not vanish on the other side either', () => {
    expect(errorsOf(after(' @tag(name: "tips")', ''))).toContain('CONTRACT_TAG_REMOVED Query.tips');
  });

  test('is not gone around by a field without it', () => {
    const report = after('open: Open', 'open: Open other: Detail');

    expect(errorsOf(report)).toContain('CONTRACT_LEAK Detail');
    expect(report.contracts).toContainEqual({
      tag: 'apart-from/tips',
      change: 'REACHABLE',
      coordinate: 'Detail',
    });
  });

  test('goes with what it stands on', () => {
    const errors = errorsOf(after('disputes: Disputes @tag(name: "apart-from/tips")', 'gone: Int'));

    expect(errors.filter((each) => each.startsWith('CONTRACT'))).toEqual([]);
  });

  test('may be removed with the approval of the office of the hub', () => {
    const approvals = [
      anApproval('CONTRACT', 'Query.disputes', { owner: 'hub', to: 'owner' }),
      anApproval('CONTRACT', 'Disputes', { owner: 'hub', to: 'owner' }),
      anApproval('CONTRACT', 'Detail', { owner: 'hub', to: 'owner' }),
    ];

    const report = aCheck({
      owner: BASE.replace(' @tag(name: "apart-from/tips")', ''),
      base: BASE,
      approvals,
    });

    expect(report.passed).toBe(true);
    expect(warningsOf(report)).toContain('CONTRACT_TAG_REMOVED Query.disputes');
  });
});

describe('every change of a contract is shown', () => {
  test('tags that come and go', () => {
    const { contracts } = after('word: String @tag(name: "public")', 'word: String @tag(name: "partner")');

    expect(contracts).toEqual([
      { tag: 'public', change: 'REMOVED', coordinate: 'Open.word' },
      { tag: 'partner', change: 'ADDED', coordinate: 'Open.word' },
    ]);
  });

  test('new types without the tag of the field that shows them', () => {
    const report = after(
      'open: Open',
      'open: Open news: News @tag(name: "public")',
      'type News { text: String }',
    );

    expect(report.contracts).toContainEqual({ tag: 'public', change: 'REACHABLE', coordinate: 'News' });
    expect(warningsOf(report)).toContain('CONTRACT_UNTAGGED News');
  });
});
