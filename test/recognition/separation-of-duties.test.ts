import { idOfRef } from '../../subgraphs/shared/database/refs.js';
import { anOfficer } from '../support/officers.js';
import { A_COLLECTIVE, aDecision, aDraft, CHECKLIST, verified, aSession, passed } from './a-nomination.js';
import {
  FEDERATION_REF,
  NOMINATOR_REF,
  PEOPLE,
  type Answered,
  anAwardsOffice,
  type AwardsOffice,
  expected,
  keyIn,
} from './an-awards-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

describe('duties are kept apart', () => {
  const secretaryAt = (organization: string, subject: string) =>
    anOfficer({ role: 'AWARD_SECRETARY', organization, subject });

  const submitted = async (): Promise<Answered> => {
    const { draft } = await aDraft(office, A_COLLECTIVE);
    return office.done('submitNomination', 'nominator', expected(draft));
  };

  test('whoever nominated may not verify, in whatever role', async () => {
    const file = await submitted();
    const input = { ...expected(file), checklist: CHECKLIST };

    const { errors } = await office.doing(
      'verifyNomination',
      secretaryAt(FEDERATION_REF, 'nominator'),
      input,
    );

    expect(errors).toMatchObject([{ code: 'SEPARATION_OF_DUTIES', rule: 'separation-of-duties' }]);
  });

  test('the unit that nominated may not verify, whoever acts for it', async () => {
    const { id: recipient } = await office.done('registerRecipient', 'nominator', {
      ...A_COLLECTIVE,
      visibility: 'COUNT_ONLY',
    });
    const officer = anOfficer({ role: 'UNION_OFFICER', organization: FEDERATION_REF, subject: 'officer' });
    const own = await office.done('registerRecipient', officer, {
      ...A_COLLECTIVE,
      visibility: 'COUNT_ONLY',
    });
    expect(recipient).not.toBe(own.id);
    const draft = await office.done('draftNomination', officer, {
      round: office.round,
      rule: office.rule,
      recipient: own.id,
      achievedFrom: '2026-01-01',
      achievedTo: '2026-06-30',
      achievementSummary: 'Xây dựng tổ tự quản',
    });
    const file = await office.done('submitNomination', officer, expected(draft));

    const { errors } = await office.doing('verifyNomination', 'verifier', {
      ...expected(file),
      checklist: CHECKLIST,
    });

    expect(errors).toMatchObject([{ code: 'SEPARATION_OF_DUTIES' }]);
  });

  test('whoever corrected a file may not verify it, and the correction is a step', async () => {
    const { draft } = await aDraft(office, A_COLLECTIVE);
    const colleague = anOfficer({ role: 'UNION_OFFICER', organization: NOMINATOR_REF, subject: 'colleague' });
    const revised = await office.done('reviseNomination', colleague, {
      ...expected(draft),
      achievedFrom: '2026-01-01',
      achievedTo: '2026-06-30',
      achievementSummary: 'Đã bổ sung biên bản',
    });
    const file = await office.done('submitNomination', 'nominator', expected(revised));

    const { errors } = await office.doing('verifyNomination', secretaryAt(FEDERATION_REF, 'colleague'), {
      ...expected(file),
      checklist: CHECKLIST,
    });

    expect(errors).toMatchObject([{ code: 'SEPARATION_OF_DUTIES' }]);
    const steps = await office.sql(
      'select act, from_state, to_state from nomination_step where nomination_key = ? order by ordinal',
      [keyIn(file.id)],
    );
    expect(steps[1]).toEqual({ act: 'REVISE', from_state: 'DRAFT', to_state: 'DRAFT' });
  });

  test('whoever handed a file in may not confer its award', async () => {
    const { file } = await verified(office);
    const voted = await passed(office, await office.done('readyForCouncil', 'verifier', expected(file)));
    const decision = await aDecision(office);
    const decided = await office.done('decideNomination', 'signatory', { ...expected(voted), decision });

    const { errors } = await office.doing('conferRecognition', 'nominator', {
      ...expected(decided),
      conferredOn: '2026-10-01',
    });

    expect(errors).toMatchObject([{ code: 'SEPARATION_OF_DUTIES' }]);
  });

  test('whoever verified may not record the vote', async () => {
    const { file } = await verified(office);
    const ready = await office.done('readyForCouncil', 'verifier', expected(file));
    const { id: session } = await aSession(office);
    await office.done('placeOnAgenda', 'secretary', { ...expected(ready), session });
    const vote = { ...expected(ready), votesFor: 8, votesAgainst: 0, abstentions: 0 };

    const { errors } = await office.doing('recordVote', 'verifier', vote);

    expect(errors).toMatchObject([{ code: 'SEPARATION_OF_DUTIES' }]);
  });

  test('whoever recorded the vote may not record the decision', async () => {
    const { file } = await verified(office);
    const voted = await passed(office, await office.done('readyForCouncil', 'verifier', expected(file)));
    const signing = anOfficer({ role: 'SIGNATORY', organization: FEDERATION_REF, subject: 'secretary' });
    const decision = await office.done('recordDecision', signing, {
      symbol: '77/QĐ-LĐLĐ',
      decidedOn: '2026-10-01',
      signatoryOfficeVi: 'Chủ tịch',
    });

    const { errors } = await office.doing('decideNomination', signing, {
      ...expected(voted),
      decision: decision.id,
    });

    expect(errors).toMatchObject([{ code: 'SEPARATION_OF_DUTIES' }]);
  });

  test('so no file breaches that, and one query says so', async () => {
    const { data } = await office.ask(
      `{ nominations(breachesSeparation: true) { totalCount nodes { id isSeparationKept steps { act role organization { ... on UnionOrganization { id } } } } } }`,
      {},
      PEOPLE.secretary,
    );

    expect(data.nominations).toEqual({ totalCount: 0, nodes: [] });
  });

  test('and who took a step is not told, but for which organisation', async () => {
    const file = await submitted();
    const { data } = await office.ask(
      'query ($id: ID!) { nomination(id: $id) { steps { act role organization { ... on UnionOrganization { id } } } } }',
      { id: file.id },
      PEOPLE.secretary,
    );

    const organization = { id: idOfRef(NOMINATOR_REF) };
    expect(data.nomination.steps).toEqual([
      { act: 'DRAFT', role: 'UNION_OFFICER', organization },
      { act: 'SUBMIT', role: 'UNION_OFFICER', organization },
    ]);
    const kept = await office.sql(`select * from nomination_step where subject_digest like '%nominator%'`);
    expect(kept).toEqual([]);
  });
});
