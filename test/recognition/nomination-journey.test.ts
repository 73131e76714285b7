import { consentOf, verified, aSession, aDecision } from './a-nomination.js';
import { PEOPLE, anAwardsOffice, type AwardsOffice, expected } from './an-awards-office.js';
import { idOf } from './first-data.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

const ANNOUNCED = `select kind, content from outbox where kind <> 'ORGANIZATION_EDGE' order by id`;

test('a police officer whom a union nominates is consulted about, voted, decided, honoured, and loses the award again', async () => {
  const { file, recipient } = await verified(office, {});
  const consent = await consentOf(office, recipient);
  await office.done('grantConsent', 'nominator', expected(consent));
  const asked = await office.done('consultCounterpart', 'verifier', expected(file));
  const consultations = await office.ask(
    `{ consultations { nodes { id version state dueOn isOverdue achievementSummary
      recipient { displayName } nomination { id } form { code } } } }`,
    {},
    PEOPLE.police,
  );
  const [request] = consultations.data.consultations.nodes;
  expect(request).toMatchObject({
    dueOn: '2026-10-09',
    isOverdue: false,
    achievementSummary: 'Giữ gìn trật tự tại khu nhà trọ công nhân',
    recipient: { displayName: 'Nguyễn Văn Mẫu' },
    nomination: null,
    form: { code: 'BANG_KHEN' },
  });
  await office.done('endorseNomination', 'police', { ...expected(request), reason: 'Nhất trí' });

  const endorsed = { id: asked.id, version: asked.version + 1 };
  const ready = await office.done('readyForCouncil', 'verifier', expected(endorsed));
  const { id: session } = await aSession(office);
  await office.done('placeOnAgenda', 'secretary', { ...expected(ready), session });
  const vote = { ...expected(ready), votesFor: 8, votesAgainst: 1, abstentions: 0 };
  const voted = await office.done('recordVote', 'secretary', vote);
  const decision = await aDecision(office);
  const decided = await office.done('decideNomination', 'signatory', { ...expected(voted), decision });
  const conferral = { ...expected(decided), conferredOn: '2026-10-01' };
  const recognition = await office.done('conferRecognition', 'secretary', conferral);

  const named = await office.ask(
    'query ($id: ID!) { recognition(id: $id) { state form { code } recipient { displayName kind } } }',
    { id: recognition.id },
  );
  expect(named.data.recognition).toEqual({
    state: 'CONFERRED',
    form: { code: 'BANG_KHEN' },
    recipient: { displayName: 'Nguyễn Văn Mẫu', kind: 'INDIVIDUAL' },
  });

  const against = await aDecision(office, { symbol: 'Số 124 / QĐ – LĐLĐ' });
  await office.done('revokeRecognition', 'signatory', {
    ...expected(recognition),
    ground: 'FALSE_DECLARATION',
    decision: against,
  });

  const steps = await office.ask(
    `query ($id: ID!) { nomination(id: $id) { state isSeparationKept steps { ordinal act role } } }`,
    { id: file.id },
    PEOPLE.secretary,
  );
  expect(steps.data.nomination).toEqual({
    state: 'REVOKED',
    isSeparationKept: true,
    steps: [
      { ordinal: 1, act: 'DRAFT', role: 'UNION_OFFICER' },
      { ordinal: 2, act: 'SUBMIT', role: 'UNION_OFFICER' },
      { ordinal: 3, act: 'VERIFY', role: 'AWARD_SECRETARY' },
      { ordinal: 4, act: 'CONSULT', role: 'AWARD_SECRETARY' },
      { ordinal: 5, act: 'ENDORSE', role: 'POLICE_OFFICER' },
      { ordinal: 6, act: 'READY', role: 'AWARD_SECRETARY' },
      { ordinal: 7, act: 'PASS_VOTE', role: 'AWARD_SECRETARY' },
      { ordinal: 8, act: 'DECIDE', role: 'SIGNATORY' },
      { ordinal: 9, act: 'CONFER', role: 'AWARD_SECRETARY' },
      { ordinal: 10, act: 'REVOKE', role: 'SIGNATORY' },
    ],
  });
  const after = await office.ask(
    `query ($id: ID!) { recognition(id: $id) { state recipient { displayName }
      revocation { ground decision { symbol } } } }`,
    { id: recognition.id },
  );
  expect(after.data.recognition).toEqual({
    state: 'REVOKED',
    recipient: { displayName: null },
    revocation: { ground: 'FALSE_DECLARATION', decision: { symbol: '124/QĐ-LĐLĐ' } },
  });
  expect(await office.sql(ANNOUNCED)).toEqual([
    {
      kind: 'DECISION_TAKEN',
      content: {
        nominator: expect.any(String),
        form: idOf('AwardForm', 'bang-khen'),
        decidedOn: '2026-10-01',
      },
    },
    { kind: 'RECOGNITION_REVOKED', content: { recognition: recognition.id, ground: 'FALSE_DECLARATION' } },
  ]);
});
