import { askedCheck } from '../../../subgraphs/shared/audit/arguments.js';
import { BEGINNING, headText } from '../../../subgraphs/shared/audit/chain.js';
import { findingsOf, toldFindings } from '../../../subgraphs/shared/audit/findings.js';
import { describe, expect, test } from '@jest/globals';

const AGENCIES = ['union', 'recognition'];
const HEX = 'ab'.repeat(32);

describe('the command that checks an audit log', () => {
  test('takes an agency, a head that was noted, and who reads the answer', () => {
    expect(askedCheck(['union', '--head', `7:${HEX.toUpperCase()}`, '--json'], AGENCIES)).toEqual({
      agency: 'union',
      noted: { position: 7, digest: HEX },
      asJson: true,
    });
    expect(askedCheck(['union'], AGENCIES)).toEqual({ agency: 'union', noted: undefined, asJson: false });
  });

  test.each([
    ['no agency', []],
    ['an unknown agency', ['police']],
    ['two agencies', AGENCIES],
    ['a head without a position', ['union', '--head', HEX]],
    ['a head of another form', ['union', '--head', '7:ab']],
    ['an empty head', ['union', '--head', '']],
    ['what it does not know', ['union', '--repair']],
  ])('refuses %s, and says how it is used', (_, args) => {
    expect(() => askedCheck(args, AGENCIES)).toThrow(
      expect.objectContaining({
        code: 'INVALID_SETTING',
        message: expect.stringContaining('npm run audit:verify -- union|recognition'),
      }),
    );
  });
});

describe('what it tells', () => {
  const last = { position: 2, digest: HEX };
  const entryAt = (at: string) => JSON.stringify({ at, subject: 'account' });
  const firstEntry = entryAt('2026-01-02T03:04:05.678Z');

  test('is how many entries there are, from when to when, and the head to be noted', () => {
    const lastEntry = entryAt('2026-02-02T03:04:05.678Z');

    const findings = findingsOf('union', { fault: null, last, firstEntry, lastEntry });

    expect(findings).toEqual({
      agency: 'union',
      isWhole: true,
      count: 2,
      firstAt: '2026-01-02T03:04:05.678Z',
      lastAt: '2026-02-02T03:04:05.678Z',
      head: headText(last),
      fault: null,
    });
    expect(toldFindings(findings)).toMatch(/nguyên vẹn[^]*is whole/);
  });

  test('is where a broken log is broken, and why, in both languages', () => {
    const fault = { kind: 'ALTERED', position: 3 } as const;

    const told = toldFindings(findingsOf('union', { fault, last, firstEntry, lastEntry: firstEntry }));

    expect(told).toMatch(/KHÔNG nguyên vẹn, tại dòng 3: [^]*BROKEN at entry 3: /);
  });

  test('AUD-02: repeats nothing of an entry but an instant, since whoever changed it chose its text', () => {
    const lastEntry = entryAt('\u001b[2J2026-01-02T03:04:05.678Z');

    const findings = findingsOf('union', { fault: null, last, firstEntry, lastEntry });

    expect(findings.lastAt).toBeNull();
    expect(toldFindings(findings)).not.toContain('\u001b');
    expect(toldFindings(findings)).not.toContain('account');
  });

  test('of a log without entries is its beginning', () => {
    const findings = findingsOf('union', { fault: null, last: BEGINNING, firstEntry: null, lastEntry: null });

    expect(findings).toMatchObject({ count: 0, firstAt: null, lastAt: null });
    expect(findings.head).toMatch(/^0:e3b0c442/);
  });
});
