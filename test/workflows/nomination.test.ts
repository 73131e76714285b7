import {
  aHubAtWork,
  aUnion,
  FEDERATION,
  type HubAtWork,
  idOf,
  type Node,
  of,
  officerOf,
  POLICE,
  WHO,
} from './an-office.js';
import type { Office } from '../support/officers.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const SUMMARY = 'Giữ gìn trật tự tại khu nhà trọ công nhân';
const CHECKLIST = ['AUTHORITY', 'ELIGIBILITY', 'ACHIEVEMENT', 'DOCUMENTS'];

let hub: HubAtWork;
let nominator: Office;
let round: Node;
const rule = idOf('AwardAuthorityRule', 'bang-khen-provincial-federation-999');
beforeAll(async () => {
  hub = await aHubAtWork('2026-10-01');
  nominator = officerOf((await aUnion(hub)).id, 'nominator');
  const vote = { id: rule, expectedVersion: 1, quorum: 60, voteThreshold: 70 };
  await hub.done('correctAuthorityRule', WHO.steward, vote);
  round = await hub.done('openRound', WHO.secretary, {
    nameVi: 'Đợt khen thưởng năm 2026',
    forms: [idOf('AwardForm', 'bang-khen')],
    year: 2026,
    opensOn: '2026-09-01',
    closesOn: '2026-11-01',
  });
});
afterAll(() => hub.close());

/** Somebody of the police whom the union nominates: the file, submitted, with the consent granted. */
async function submitted(): Promise<{ readonly file: Node; readonly recipient: Node }> {
  const recipient = await hub.done('registerRecipient', nominator, {
    kind: 'INDIVIDUAL',
    side: 'POLICE',
    organization: POLICE,
    visibility: 'NAME_PUBLIC',
    displayName: 'Nguyễn Văn Mẫu',
  });
  const asked = await hub.ask(
    'query ($id: ID!) { recipient(id: $id) { consent { id version } } }',
    { id: recipient.id },
    nominator,
  );
  const requested = await hub.done('requestConsent', nominator, of(asked.data.recipient.consent));
  await hub.done('grantConsent', nominator, of(requested));
  const draft = await hub.done('draftNomination', nominator, {
    round: round.id,
    rule,
    recipient: recipient.id,
    achievedFrom: '2025-09-01',
    achievedTo: '2026-08-31',
    achievementSummary: SUMMARY,
  });
  return { file: await hub.done('submitNomination', nominator, of(draft)), recipient };
}

/** The police see what they are asked about, and nothing more of the file, and answer. */
async function endorsed(file: Node): Promise<Node> {
  const consulted = await hub.done('consultCounterpart', WHO.verifier, { ...of(file), dueOn: '2026-10-08' });
  const { data } = await hub.ask(
    `{ consultations(state: ASKED) { nodes { id version state achievementSummary nomination { id }
      recipient { displayName } organization { ... on PoliceOrganization { nameVi } } } } }`,
    {},
    WHO.police,
  );
  const [request] = data.consultations.nodes;
  expect(request).toMatchObject({
    state: 'ASKED',
    achievementSummary: SUMMARY,
    nomination: null,
    recipient: { displayName: 'Nguyễn Văn Mẫu' },
    organization: { nameVi: 'Công an tỉnh Bắc Ninh' },
  });
  await hub.done('endorseNomination', WHO.police, { ...of(request), reason: 'Nhất trí' });
  return { id: file.id, version: consulted.version + 1 };
}

/** The council votes, and another office decides. */
async function decided(file: Node): Promise<Node> {
  const ready = await hub.done('readyForCouncil', WHO.verifier, of(file));
  const session = await hub.done('conveneCouncil', WHO.secretary, { heldOn: '2026-09-30', memberCount: 10 });
  await hub.done('placeOnAgenda', WHO.secretary, { ...of(ready), session: session.id });
  const votes = { votesFor: 8, votesAgainst: 1, abstentions: 0 };
  const voted = await hub.done('recordVote', WHO.secretary, { ...of(ready), ...votes });
  const decision = await aDecision('123/QĐ-LĐLĐ');
  return hub.done('decideNomination', WHO.signatory, { ...of(voted), decision: decision.id });
}

function aDecision(symbol: string): Promise<Node> {
  return hub.done('recordDecision', WHO.signatory, {
    symbol,
    decidedOn: '2026-10-01',
    signatoryOfficeVi: 'Chủ tịch',
  });
}

const RECOGNITION = `query ($id: ID!) { recognition(id: $id) { state recipient { displayName }
  organization { ... on PoliceOrganization { nameVi } } authority { ... on UnionOrganization { id } }
  activity { nameVi } revocation { ground decision { symbol } } } }`;

async function publicRecognition(id: string) {
  return (await hub.ask(RECOGNITION, { id })).data.recognition;
}

test('a police officer whom a union nominates is honoured after both agencies took part, and loses the award again', async () => {
  const { file } = await submitted();
  const verified = await hub.done('verifyNomination', WHO.verifier, { ...of(file), checklist: CHECKLIST });
  const award = await decided(await endorsed(verified));
  const recognition = await hub.done('conferRecognition', WHO.secretary, {
    ...of(award),
    conferredOn: '2026-10-01',
    activity: idOf('Activity', 'national-conference-2023'),
  });
  await hub.deliver();

  expect(await publicRecognition(recognition.id)).toMatchObject({
    state: 'CONFERRED',
    recipient: { displayName: 'Nguyễn Văn Mẫu' },
    organization: { nameVi: 'Công an tỉnh Bắc Ninh' },
    authority: { id: FEDERATION },
    activity: { nameVi: expect.any(String) },
  });

  const against = await aDecision('124/QĐ-LĐLĐ');
  await hub.done('revokeRecognition', WHO.signatory, {
    ...of(recognition),
    ground: 'FALSE_DECLARATION',
    decision: against.id,
  });

  expect(await publicRecognition(recognition.id)).toMatchObject({
    state: 'REVOKED',
    recipient: { displayName: null },
    revocation: { ground: 'FALSE_DECLARATION', decision: { symbol: '124/QĐ-LĐLĐ' } },
  });
  const { data } = await hub.ask(
    'query ($id: ID!) { nomination(id: $id) { state isSeparationKept steps { act } } }',
    { id: file.id },
    WHO.secretary,
  );
  expect(data.nomination).toEqual({
    state: 'REVOKED',
    isSeparationKept: true,
    steps: 'DRAFT SUBMIT VERIFY CONSULT ENDORSE READY PASS_VOTE DECIDE CONFER REVOKE'
      .split(' ')
      .map((act) => ({ act })),
  });
});

test("a file is its own side's: the police find none, and the public are refused", async () => {
  const { file } = await submitted();
  const query = 'query ($id: ID!) { nomination(id: $id) { state } awardForms(first: 1) { nodes { code } } }';

  const [police, anybody] = await Promise.all([
    hub.ask(query, { id: file.id }, WHO.police),
    hub.ask(query, { id: file.id }),
  ]);

  expect(police.data).toEqual({ nomination: null, awardForms: { nodes: [expect.anything()] } });
  expect(anybody.data).toEqual({ nomination: null, awardForms: { nodes: [expect.anything()] } });
  expect(anybody.errors).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
});
