import { firstDataKey, globalId } from '../../schema/contract/ids.js';
import { TEST_DAY } from '../support/loaded.js';
import { verified, passed, aDecision, conferred, aReadyFile } from './a-nomination.js';
import {
  type Answered,
  anAwardsOffice,
  type AwardsOffice,
  expected,
  keyIn,
  refusedBy,
} from './an-awards-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

const decided = async (): Promise<Answered> => {
  const voted = await passed(office, await aReadyFile(office));
  const decision = await aDecision(office);
  return office.done('decideNomination', 'signatory', { ...expected(voted), decision });
};

describe('a conferral', () => {
  test.each(['2026-09-30', '2026-10-02'])(
    'on %s, before the decision or tomorrow, is refused',
    async (conferredOn) => {
      const input = { ...expected(await decided()), conferredOn };

      refusedBy(await office.doing('conferRecognition', 'secretary', input), 'conferred-after-the-decision');
    },
  );

  test('is refused by the database before its decision, whoever writes it', async () => {
    await conferred(office, (await verified(office)).file);
    const early = office.sql(`update recognition set conferred_on = '2026-09-30'`);

    await expect(early).rejects.toThrow('recognition_is_decided');
  });

  test('counts into a batch of the same form and authority, up to its count', async () => {
    const batch = globalId({
      type: 'RecognitionBatch',
      key: firstDataKey('RecognitionBatch', 'bang-khen-mps-2023'),
    });
    const file = await decided();
    const [{ authority } = { authority: '' }] = await office.sql<{ authority: string }>(
      'select authority from recognition_batch where key = ?',
      [keyIn(batch)],
    );
    const input = { ...expected(file), conferredOn: TEST_DAY, batch };
    refusedBy(await office.doing('conferRecognition', 'secretary', input), 'batch-counts-it');
    await office.sql(
      `update recognition_batch set authority = (select authority from nomination where key = ?),
       count = jsonb_set(count, '{value}', '1') where key = ?`,
      [keyIn(file.id), keyIn(batch)],
    );

    await office.done('conferRecognition', 'secretary', input);
    const second = { ...input, ...expected(await decided()) };
    refusedBy(await office.doing('conferRecognition', 'secretary', second), 'recognition_batch_counts_all');
    const less = office.sql(
      `update recognition_batch set count = jsonb_set(count, '{value}', '0') where key = ?`,
      [keyIn(batch)],
    );
    await expect(less).rejects.toThrow('recognition_batch_counts_all');
    expect(authority).toMatch(/^PoliceOrganization:/);
  });
});

describe('a revocation', () => {
  test('needs another decision of the same authority, and happens once', async () => {
    const recognition = await conferred(office, (await verified(office)).file);
    const input = { ...expected(recognition), ground: 'FALSE_DOCUMENTS' };
    const [{ key } = { key: '' }] = await office.sql<{ key: string }>(
      'select decision_key as key from recognition where key = ?',
      [keyIn(recognition.id)],
    );
    const own = { ...input, decision: globalId({ type: 'Decision', key }) };
    refusedBy(await office.doing('revokeRecognition', 'signatory', own), 'decision-to-revoke');
    const decision = await aDecision(office);
    await office.done('revokeRecognition', 'signatory', { ...input, decision });

    const again = { ...input, expectedVersion: recognition.version + 1, decision };
    const { errors } = await office.doing('revokeRecognition', 'signatory', again);
    expect(errors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
  });

  test('is not for the awards office where the authority is its own', async () => {
    const recognition = await conferred(office, (await verified(office)).file);
    const decision = await aDecision(office);

    const { errors } = await office.doing('revokeRecognition', 'secretary', {
      ...expected(recognition),
      ground: 'FALSE_DOCUMENTS',
      decision,
    });

    expect(errors).toMatchObject([{ code: 'FORBIDDEN_SCOPE' }]);
  });
});
