import { decisionSymbol } from '../../subgraphs/recognition/decision/decision-symbol.js';
import { TEST_DAY } from '../support/loaded.js';
import { verified, passed, aDecision, aReadyFile } from './a-nomination.js';
import { type Answered, anAwardsOffice, type AwardsOffice, expected, refusedBy } from './an-awards-office.js';
import { MPS } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

describe('a decision', () => {
  test.each([
    ['123/QĐ-TLĐ', '123/QĐ-TLĐ'],
    ['Số: 45/2026/QĐ-UBND', '45/2026/QĐ-UBND'],
    ['12a/QÐ–LĐLĐ', '12a/QĐ-LĐLĐ'],
    ['/QĐ-TLĐ', null],
    ['123', null],
    ['123/QĐ-', null],
    ['123/BC-TLĐ', null],
    ['', null],
  ])('with the symbol %j is known as %j', (written, symbol) => {
    expect(decisionSymbol(written)).toBe(symbol);
  });

  test('without a number is refused, and so is one of tomorrow', async () => {
    const decision = { symbol: '/QĐ-LĐLĐ', decidedOn: TEST_DAY, signatoryOfficeVi: 'Chủ tịch' };
    const { errors } = await office.doing('recordDecision', 'signatory', decision);
    expect(errors).toMatchObject([{ code: 'INVALID_INPUT', field: 'symbol' }]);

    const early = { ...decision, symbol: '5/QĐ-LĐLĐ', decidedOn: '2026-10-02' };
    refusedBy(await office.doing('recordDecision', 'signatory', early), 'decision-was-made');
  });

  test('of the own authority is not for the awards office to record', async () => {
    const decision = { symbol: '5/QĐ-LĐLĐ', decidedOn: TEST_DAY, signatoryOfficeVi: 'Chủ tịch' };
    const { errors } = await office.doing('recordDecision', 'secretary', decision);

    expect(errors).toMatchObject([{ code: 'FORBIDDEN_SCOPE' }]);
  });

  test('does not come before the vote', async () => {
    const voted = await passed(office, await aReadyFile(office));
    const decision = await aDecision(office, { decidedOn: '2026-09-29' });

    const input = { ...expected(voted), decision };
    refusedBy(await office.doing('decideNomination', 'signatory', input), 'decided-after-the-vote');
  });

  test('is declined by the signatory alone', async () => {
    const voted = await passed(office, await aReadyFile(office));
    const refused = await office.doing('rejectNomination', 'secretary', expected(voted));
    expect(refused.errors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);

    expect(await office.done('declineNomination', 'signatory', expected(voted))).toMatchObject({
      state: 'REJECTED',
    });
  });
});

describe('a file that was forwarded', () => {
  const forwarded = async (): Promise<Answered> => {
    const { file } = await verified(office);
    return office.done('forwardNomination', 'verifier', { ...expected(file), authority: MPS });
  };

  test('is decided outside, conferred here and taken back by what the outside authority decided', async () => {
    const file = await forwarded();
    const outside = { authority: MPS, decidedOn: TEST_DAY, signatoryOfficeVi: 'Bộ trưởng' };
    const decision = await office.done('recordDecision', 'secretary', { ...outside, symbol: '900/QĐ-BCA' });
    const done = await office.done('recordOutsideDecision', 'verifier', {
      ...expected(file),
      decision: decision.id,
    });
    const conferral = { ...expected(done), conferredOn: TEST_DAY };
    const recognition = await office.done('conferRecognition', 'nominator', conferral);

    const against = await office.done('recordDecision', 'secretary', { ...outside, symbol: '901/QĐ-BCA' });
    const revoked = await office.done('revokeRecognition', 'secretary', {
      ...expected(recognition),
      ground: 'UNLAWFUL_PROCEDURE',
      decision: against.id,
    });
    expect(revoked.version).toBe(1);
  });

  test('may stay without a known outcome', async () => {
    const file = await forwarded();

    expect(await office.done('leaveOutcomeUnknown', 'verifier', expected(file))).toMatchObject({
      state: 'OUTCOME_UNKNOWN',
    });
  });
});
