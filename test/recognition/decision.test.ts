import { decisionSymbol } from '../../subgraphs/recognition/decision/decision-symbol.js';
import { refOfId } from '../../subgraphs/shared/database/refs.js';
import { TEST_DAY } from '../support/loaded.js';
import { anOfficer } from '../support/officers.js';
import { aFile, CHECKLIST, verified, passed, aDecision, aReadyFile } from './a-nomination.js';
import {
  type Answered,
  anAwardsOffice,
  type AwardsOffice,
  expected,
  keyIn,
  refusedBy,
} from './an-awards-office.js';
import { MPS, PEOPLES_COMMITTEE } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const MINISTRY = anOfficer({ role: 'SIGNATORY', organization: refOfId(MPS), subject: 'minister' });

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

describe('two files of one recipient', () => {
  test('that are decided at once, for one achievement, lead to one award', async () => {
    const { file, recipient } = await verified(office);
    const second = await office.done('draftNomination', 'nominator', aFile(office, recipient));
    const handedIn = await office.done('submitNomination', 'nominator', expected(second));
    const checked = { ...expected(handedIn), checklist: CHECKLIST };
    const files = [file, await office.done('verifyNomination', 'verifier', checked)];
    const decision = await aDecision(office);
    const voted: Answered[] = [];
    for (const each of files)
      voted.push(await passed(office, await office.done('readyForCouncil', 'verifier', expected(each))));

    const done = await Promise.all(
      voted.map((each) => office.doing('decideNomination', 'signatory', { ...expected(each), decision })),
    );

    expect(done.flatMap(({ errors }) => errors.map(({ rule }) => rule))).toEqual([
      'first-award-for-the-achievement',
    ]);
  });
});

describe('a file that was forwarded', () => {
  const forwarded = async (): Promise<Answered> => {
    const { file } = await verified(office);
    return office.done('forwardNomination', 'verifier', { ...expected(file), authority: MPS });
  };

  test('is decided outside, conferred here and taken back by what the outside authority decided', async () => {
    const file = await forwarded();
    const outside = { decidedOn: TEST_DAY, signatoryOfficeVi: 'Bộ trưởng' };
    const decision = await office.done('recordDecision', MINISTRY, { ...outside, symbol: '900/QĐ-BCA' });
    const done = await office.done('recordOutsideDecision', 'secretary', {
      ...expected(file),
      decision: decision.id,
    });
    const conferral = { ...expected(done), conferredOn: TEST_DAY };
    const recognition = await office.done('conferRecognition', 'secretary', conferral);

    const against = await office.done('recordDecision', MINISTRY, { ...outside, symbol: '901/QĐ-BCA' });
    const revoked = await office.done('revokeRecognition', 'secretary', {
      ...expected(recognition),
      ground: 'UNLAWFUL_PROCEDURE',
      decision: against.id,
    });
    expect(revoked.version).toBe(1);
  });

  test('is not decided by one account in the name of another authority', async () => {
    const file = await forwarded();
    const outside = { decidedOn: TEST_DAY, signatoryOfficeVi: 'Bộ trưởng', symbol: '902/QĐ-BCA' };
    const forged = await office.doing('recordDecision', 'verifier', { ...outside, authority: MPS });
    expect(forged.errors).toMatchObject([{ code: 'FORBIDDEN_SCOPE' }]);

    const { id: decision } = await office.done('recordDecision', MINISTRY, outside);
    const input = { ...expected(file), decision };
    const { errors } = await office.doing('recordOutsideDecision', 'verifier', input);
    expect(errors).toMatchObject([{ code: 'SEPARATION_OF_DUTIES' }]);
  });

  test('may be one of a public body, whose decision the awards office records', async () => {
    const { file } = await verified(office);
    const authority = PEOPLES_COMMITTEE;
    const sent = await office.done('forwardNomination', 'verifier', { ...expected(file), authority });
    const { id: decision } = await office.done('recordDecision', 'secretary', {
      authority,
      symbol: '45/QĐ-UBND',
      decidedOn: TEST_DAY,
      signatoryOfficeVi: 'Chủ tịch',
    });

    const input = { ...expected(sent), decision };
    expect(await office.done('recordOutsideDecision', 'secretary', input)).toMatchObject({
      state: 'DECIDED',
    });
  });

  test('was not kept from the public where the rule has it heard', async () => {
    const ruled = async (deadlines: readonly object[]) => {
      const [row] = await office.sql<{ version: number }>(
        'select version from award_authority_rule where key = ?',
        [keyIn(office.rule)],
      );
      const input = { id: office.rule, expectedVersion: row?.version, deadlines };
      await office.done('correctAuthorityRule', 'steward', input);
    };
    await ruled([{ step: 'PUBLIC_COMMENT', workingDays: 10 }]);
    const { file } = await verified(office);

    const input = { ...expected(file), authority: MPS };
    refusedBy(await office.doing('forwardNomination', 'verifier', input), 'comment-is-needed');
    await ruled([]);
  });

  test('may stay without a known outcome', async () => {
    const file = await forwarded();

    expect(await office.done('leaveOutcomeUnknown', 'verifier', expected(file))).toMatchObject({
      state: 'OUTCOME_UNKNOWN',
    });
  });
});
