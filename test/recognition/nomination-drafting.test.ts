import { idOfRef } from '../../subgraphs/shared/database/refs.js';
import {
  A_COLLECTIVE,
  aDraft,
  aFile,
  aRecipient,
  CHECKLIST,
  consentOf,
  verified,
  conferred,
  recognised,
} from './a-nomination.js';
import {
  NOMINATOR_REF,
  POLICE_REF,
  anAwardsOffice,
  type AwardsOffice,
  aRound,
  expected,
  keyIn,
  unknownId,
  refusedBy,
} from './an-awards-office.js';
import { idOf } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

describe('a nomination is refused', () => {
  test('after its round has closed', async () => {
    const { id: round, version } = await office.done('openRound', 'secretary', aRound());
    const { draft } = await aDraft(office, A_COLLECTIVE, { round });
    await office.done('closeRound', 'secretary', { id: round, expectedVersion: version });

    refusedBy(await office.doing('submitNomination', 'nominator', expected(draft)), 'round-is-open');
  });

  test('before an individual was asked for consent, and after one has refused it', async () => {
    const { draft, recipient } = await aDraft(office);
    refusedBy(await office.doing('submitNomination', 'nominator', expected(draft)), 'consent-is-requested');
    await office.done('requestConsent', 'nominator', expected(await consentOf(office, recipient)));
    await office.done('refuseConsent', 'nominator', expected(await consentOf(office, recipient)));

    refusedBy(await office.doing('submitNomination', 'nominator', expected(draft)), 'consent-is-requested');
  });

  test.each([
    ['bang-khen-minister-of-public-security-2022', 'rule-gives-authority'],
    ['bang-khen-provincial-federation-1689', 'rule-gives-authority'],
  ])('by the rule %s', async (name, rule) => {
    const { id } = await office.done('registerRecipient', 'nominator', {
      ...A_COLLECTIVE,
      visibility: 'COUNT_ONLY',
    });
    const file = { ...aFile(office, id), rule: idOf('AwardAuthorityRule', name) };

    refusedBy(await office.doing('draftNomination', 'nominator', file), rule);
  });

  test('for a kind of recipient that the rule does not cover', async () => {
    const enterprise = {
      ...A_COLLECTIVE,
      kind: 'ENTERPRISE',
      side: 'ENTERPRISE',
      visibility: 'COUNT_ONLY',
      enterprise: unknownId('Enterprise'),
    };
    const { id } = await office.done('registerRecipient', 'nominator', enterprise);

    refusedBy(await office.doing('draftNomination', 'nominator', aFile(office, id)), 'rule-covers-recipient');
  });

  test('with an achievement that ends before it begins', async () => {
    const { id } = await office.done('registerRecipient', 'nominator', {
      ...A_COLLECTIVE,
      visibility: 'COUNT_ONLY',
    });
    const file = aFile(office, id, { achievedFrom: '2026-08-01', achievedTo: '2026-07-01' });

    refusedBy(await office.doing('draftNomination', 'nominator', file), 'nomination_achieved_in_order');
  });

  test('with the mark of a state secret in its words', async () => {
    const { id } = await office.done('registerRecipient', 'nominator', {
      ...A_COLLECTIVE,
      visibility: 'COUNT_ONLY',
    });
    const file = aFile(office, id, { achievementSummary: 'Tài liệu Tối mật về địa bàn' });

    const { errors } = await office.doing('draftNomination', 'nominator', file);

    expect(errors).toMatchObject([{ code: 'STATE_SECRET_NOT_ADMISSIBLE' }]);
  });

  test('for somebody whom another organisation entered, since that would open the name', async () => {
    const { recipient } = await recognised(office, 'Phan Thị Riêng', { steps: [] });

    const { errors } = await office.doing('draftNomination', 'stranger', aFile(office, recipient));

    expect(errors).toMatchObject([{ code: 'FORBIDDEN_SCOPE', field: 'recipient' }]);
  });

  test.each([
    ['UNION', POLICE_REF],
    ['POLICE', NOMINATOR_REF],
  ])('for a recipient on the side %s of %s', async (side, organization) => {
    const input = aRecipient({ side, organization: idOfRef(organization) });

    refusedBy(await office.doing('registerRecipient', 'nominator', input), 'side-of-the-organisation');
    const forged = office.sql(
      `insert into recipient (key, kind, side, visibility, organization, registered_by)
       values (gen_random_uuid(), 'COLLECTIVE', ?, 'COUNT_ONLY', ?, ?)`,
      [side, organization, NOMINATOR_REF],
    );
    await expect(forged).rejects.toThrow('recipient_side_of_the_organization');
  });

  test('for an enterprise that is not named', async () => {
    const unnamed = { ...A_COLLECTIVE, kind: 'ENTERPRISE', visibility: 'COUNT_ONLY' };

    refusedBy(await office.doing('registerRecipient', 'nominator', unnamed), 'recipient_of_an_enterprise');
  });

  test('for nobody', async () => {
    const { errors } = await office.doing(
      'draftNomination',
      'nominator',
      aFile(office, unknownId('Recipient')),
    );

    expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('a verification is refused', () => {
  test('with an incomplete checklist', async () => {
    const { draft } = await aDraft(office, A_COLLECTIVE);
    const file = await office.done('submitNomination', 'nominator', expected(draft));

    const input = { ...expected(file), checklist: CHECKLIST.slice(1) };
    refusedBy(await office.doing('verifyNomination', 'verifier', input), 'checklist-is-complete');
  });

  test('of a second award for the same achievement, not of one for another', async () => {
    const { file, recipient } = await verified(office);
    await conferred(office, file);
    const again = async (achievedFrom: string, achievedTo: string) => {
      const draft = await office.done(
        'draftNomination',
        'nominator',
        aFile(office, recipient, { achievedFrom, achievedTo }),
      );
      const submitted = await office.done('submitNomination', 'nominator', expected(draft));
      return office.doing('verifyNomination', 'verifier', { ...expected(submitted), checklist: CHECKLIST });
    };

    refusedBy(await again('2026-08-31', '2026-09-10'), 'first-award-for-the-achievement');
    expect((await again('2026-09-01', '2026-09-10')).errors).toEqual([]);
  });
});

describe('a second award for the same achievement', () => {
  test('of an enterprise is known by the enterprise, however often it was entered', async () => {
    const [kinds] = await office.sql<{ kinds: string }>(
      'select recipient_kinds::text as kinds from award_authority_rule where key = ?',
      [keyIn(office.rule)],
    );
    const covers = (value?: string) =>
      office.sql('update award_authority_rule set recipient_kinds = ?::jsonb where key = ?', [
        value,
        keyIn(office.rule),
      ]);
    await covers('["ENTERPRISE"]');
    const named = { kind: 'ENTERPRISE', side: 'ENTERPRISE', enterprise: unknownId('Enterprise') };
    const enterprise = { ...A_COLLECTIVE, ...named };
    await conferred(office, (await verified(office, enterprise)).file);
    const { draft } = await aDraft(office, enterprise);
    const again = await office.done('submitNomination', 'nominator', expected(draft));

    const input = { ...expected(again), checklist: CHECKLIST };
    const refused = await office.doing('verifyNomination', 'verifier', input);
    await covers(kinds?.kinds);

    refusedBy(refused, 'first-award-for-the-achievement');
  });
});

describe('a file that is sent back', () => {
  test('is corrected and handed in again, and says why it was returned', async () => {
    const { draft } = await aDraft(office, A_COLLECTIVE);
    const submitted = await office.done('submitNomination', 'nominator', expected(draft));
    const back = await office.done('returnNomination', 'verifier', {
      ...expected(submitted),
      reason: 'Thiếu biên bản họp',
    });
    const revised = await office.done('reviseNomination', 'nominator', {
      ...expected(back),
      achievedFrom: '2026-01-01',
      achievedTo: '2026-06-30',
      achievementSummary: 'Đã bổ sung biên bản',
    });

    expect(await office.done('submitNomination', 'nominator', expected(revised))).toMatchObject({
      state: 'SUBMITTED',
    });
    const [told] = await office.sql(
      `select text from personal_text where kind = 'RETURN_REASON' and about_key = ?`,
      [keyIn(draft.id)],
    );
    expect(told).toEqual({ text: 'Thiếu biên bản họp' });
  });

  test('cannot be corrected while the office has it', async () => {
    const { draft } = await aDraft(office, A_COLLECTIVE);
    const submitted = await office.done('submitNomination', 'nominator', expected(draft));

    const { errors } = await office.doing('reviseNomination', 'nominator', {
      ...expected(submitted),
      achievedFrom: '2026-01-01',
      achievedTo: '2026-06-30',
      achievementSummary: 'x',
    });

    expect(errors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
  });
});

describe('a round', () => {
  test.each([
    ['2026-10-02', '2026-12-01', 'PLANNED'],
    ['2026-10-01', '2026-10-02', 'OPEN'],
    ['2026-09-01', '2026-10-01', 'CLOSED'],
  ])('from %s until before %s is today %s', async (opensOn, closesOn, state) => {
    const { id } = await office.done('openRound', 'secretary', aRound({ opensOn, closesOn }));

    const { data } = await office.ask('query ($id: ID!) { awardRound(id: $id) { state forms { code } } }', {
      id,
    });

    expect(data.awardRound).toEqual({ state, forms: [{ code: 'BANG_KHEN' }] });
  });

  test('of another organisation is not for this office to open', async () => {
    const { errors } = await office.doing(
      'openRound',
      'secretary',
      aRound({ organization: idOfRef(POLICE_REF) }),
    );

    expect(errors).toMatchObject([{ code: 'FORBIDDEN_SCOPE' }]);
  });
});
