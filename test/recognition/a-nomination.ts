import { idOf } from './first-data.js';
import { idOfRef } from '../../subgraphs/shared/database/refs.js';
import { TEST_DAY } from '../support/loaded.js';
import {
  NOMINATOR_REF,
  POLICE_REF,
  PEOPLE,
  type Answered,
  type AwardsOffice,
  expected,
} from './an-awards-office.js';

/** What a recipient is registered with: an individual of the police, by name where consented. */
export function aRecipient(more: object = {}) {
  return {
    kind: 'INDIVIDUAL',
    side: 'POLICE',
    organization: idOfRef(POLICE_REF),
    visibility: 'NAME_PUBLIC',
    displayName: 'Nguyễn Văn Mẫu',
    ...more,
  };
}

/** Another kind of recipient: a collective of the nominator's own side. */
export const A_COLLECTIVE = {
  kind: 'COLLECTIVE',
  side: 'UNION',
  organization: idOfRef(NOMINATOR_REF),
  displayName: null,
};

/** A draft of a new recipient. */
export async function aDraft(office: AwardsOffice, recipient: object = {}, more: object = {}) {
  const { id } = await office.done('registerRecipient', 'nominator', aRecipient(recipient));
  return { recipient: id, draft: await office.done('draftNomination', 'nominator', aFile(office, id, more)) };
}

/** What a file is begun with. */
export function aFile({ round, rule }: AwardsOffice, recipient: string, more: object = {}) {
  return {
    round,
    rule,
    recipient,
    achievedFrom: '2025-09-01',
    achievedTo: '2026-08-31',
    achievementSummary: 'Giữ gìn trật tự tại khu nhà trọ công nhân',
    ...more,
  };
}

/** All that has to be checked. */
export const CHECKLIST = ['AUTHORITY', 'ELIGIBILITY', 'ACHIEVEMENT', 'DOCUMENTS'];

/** The consent of a recipient, as its keepers read it. */
export async function consentOf(office: AwardsOffice, recipient: string): Promise<Answered> {
  const { data } = await office.ask(
    'query ($id: ID!) { recipient(id: $id) { consent { id version state } } }',
    { id: recipient },
    PEOPLE.nominator,
  );
  return data.recipient.consent;
}

/** Takes a collective's file from its draft to the council, and the consent of an individual before. */
export async function verified(office: AwardsOffice, recipient: object = A_COLLECTIVE, more: object = {}) {
  const { draft, recipient: id } = await aDraft(office, recipient, more);
  const consent = await consentOf(office, id);
  if (consent.state === 'NOT_REQUESTED') await office.done('requestConsent', 'nominator', expected(consent));
  const submitted = await office.done('submitNomination', 'nominator', expected(draft));
  const checked = { ...expected(submitted), checklist: CHECKLIST };
  return { recipient: id, file: await office.done('verifyNomination', 'verifier', checked) };
}

/** A session of the council that was held. */
export function aSession(office: AwardsOffice): Promise<Answered> {
  return office.done('conveneCouncil', 'secretary', { heldOn: '2026-09-30', memberCount: 10 });
}

/** Takes a file that is ready through a vote that passes. */
export async function passed(office: AwardsOffice, ready: Answered): Promise<Answered> {
  const { id: session } = await aSession(office);
  await office.done('placeOnAgenda', 'secretary', { ...expected(ready), session });
  const votes = { votesFor: 8, votesAgainst: 1, abstentions: 1 };
  return office.done('recordVote', 'secretary', { ...expected(ready), ...votes });
}

/** A decision of the federation. */
export async function aDecision(office: AwardsOffice, more: object = {}): Promise<string> {
  const decision = { symbol: '123/QĐ-LĐLĐ', decidedOn: TEST_DAY, signatoryOfficeVi: 'Chủ tịch', ...more };
  return (await office.done('recordDecision', 'signatory', decision)).id;
}

/** Takes a verified file to its conferral. */
export async function conferred(office: AwardsOffice, file: Answered, more: object = {}): Promise<Answered> {
  const ready = await office.done('readyForCouncil', 'verifier', expected(file));
  const voted = await passed(office, ready);
  const decision = await aDecision(office);
  const decided = await office.done('decideNomination', 'signatory', { ...expected(voted), decision });
  return office.done('conferRecognition', 'secretary', {
    ...expected(decided),
    conferredOn: TEST_DAY,
    ...more,
  });
}

/** A worker of the union that nominates, and the conference at which awards are conferred. */
export const OWN = { side: 'UNION', organization: idOfRef(NOMINATOR_REF) };
export const CONFERENCE = idOf('Activity', 'a-conference');

/** A recognition of an individual, with the consent as the steps leave it. */
export async function recognised(
  office: AwardsOffice,
  name: string,
  { steps, ...more }: { readonly steps: readonly string[]; readonly visibility?: string },
) {
  const { file, recipient } = await verified(office, { ...OWN, displayName: name, ...more });
  const recognition = await conferred(office, file, { activity: CONFERENCE });
  for (const step of steps)
    await office.done(step, 'nominator', expected(await consentOf(office, recipient)));
  return { recognition, recipient, file };
}

/** A file that is ready for the council. */
export async function aReadyFile(office: AwardsOffice): Promise<Answered> {
  const { file } = await verified(office);
  return office.done('readyForCouncil', 'verifier', expected(file));
}
