import type { Caller } from '../../schema/contract/caller.js';
import { refOfId } from '../../subgraphs/shared/database/refs.js';
import { anOfficer } from '../support/officers.js';
import type { TestHub } from '../support/hub.js';
import type { Asked } from '../support/loaded.js';
import { WARD } from '../union/a-dispute.js';
import { idOf } from '../union/a-union.js';
import { done, officeOf, type Changed } from '../union/an-office.js';
import { atWork, FEDERATION } from '../union/an-organization.js';

/** The federation of Bắc Ninh, as offices name it. */
export const FEDERATION_REF = refOfId(FEDERATION);

/** One agency of a hub. */
export function agency(hub: TestHub, name: string): Asked {
  const asked = hub.agencies.get(name);
  if (!asked) throw new Error(`The hub has no agency ${name}.`);
  return asked;
}

/** A grassroots union at work in a ward of Bắc Ninh, of which all agencies have heard. Answers its id. */
export async function aGrassrootsUnion(hub: TestHub, more: object = {}): Promise<string> {
  const named = { nameVi: 'Công đoàn cơ sở Công ty May Hòa Bình', level: 'GRASSROOTS', units: [WARD] };
  const id = await atWork(agency(hub, 'union'), { ...named, ...more });
  await hub.deliver();
  return id;
}

/** Who awards, and by which rule. */
export interface Authority {
  /** Id of the organisation. */
  readonly id: string;
  /** Name of the rule in the first data. */
  readonly rule: string;
}

const A_FEDERATION = { id: FEDERATION, rule: 'bang-khen-provincial-federation-999' };

/** Everybody who takes part in an award, each another account. */
function peopleOf(union: string, authority: string) {
  const organization = refOfId(authority);
  return {
    nominator: officeOf(union, 'UNION_OFFICER'),
    officer: officeOf(FEDERATION, 'UNION_OFFICER'),
    verifier: anOfficer({ role: 'AWARD_SECRETARY', organization, subject: 'verifier' }),
    secretary: officeOf(authority, 'AWARD_SECRETARY'),
    signatory: officeOf(authority, 'SIGNATORY'),
    steward: officeOf(authority, 'DATA_STEWARD'),
  } as const satisfies Readonly<Record<string, Caller>>;
}

/** An open round of an authority, the federation when not said, with a grassroots union that nominates. */
export async function anAwardsOffice(hub: TestHub, authority: Authority = A_FEDERATION) {
  const union = await aGrassrootsUnion(hub);
  const people = peopleOf(union, authority.id);
  const recognition = agency(hub, 'recognition');
  const step = (operation: string, as: keyof typeof people, input: object) =>
    done(recognition, operation, { input: { ...input }, as: people[as] });
  const rule = idOf('AwardAuthorityRule', authority.rule);
  const voting = { quorum: 60, voteThreshold: 70, deadlines: [] };
  await step('correctAuthorityRule', 'steward', { id: rule, expectedVersion: 1, ...voting });
  const { id: round } = await step('openRound', 'secretary', {
    nameVi: 'Đợt khen thưởng năm 2026',
    forms: [idOf('AwardForm', 'bang-khen')],
    year: 2026,
    opensOn: '2026-09-01',
    closesOn: '2026-11-01',
  });
  return { recognition, union, people, step, rule, round };
}

/** An awards office with its ways in. */
export type AwardsOffice = Awaited<ReturnType<typeof anAwardsOffice>>;

type Node = Changed['node'];

/** The input that names a record in the version that was read. */
export function of({ id, version }: Node) {
  return { id, expectedVersion: version };
}

/** A file of a recipient of the union, not handed in yet. */
export async function aDraft(
  office: AwardsOffice,
  recipient: object,
  as: 'nominator' | 'officer' = 'nominator',
): Promise<Node> {
  const { union, step, round, rule } = office;
  const registered = { side: 'UNION', organization: union, visibility: 'NAME_PUBLIC', ...recipient };
  const { id } = await step('registerRecipient', as, registered);
  const draft = await step('draftNomination', as, {
    round,
    rule,
    recipient: id,
    achievedFrom: '2025-09-01',
    achievedTo: '2026-08-31',
    achievementSummary: 'Giữ gìn trật tự tại khu nhà trọ công nhân',
  });
  return { ...draft, recipient: id };
}

/** What is handed in; of an individual consent is asked for and granted. */
export async function submitted(office: AwardsOffice, recipient: object): Promise<Node> {
  const draft = await aDraft(office, recipient);
  if ('displayName' in recipient)
    for (const step of ['requestConsent', 'grantConsent'])
      await office.step(step, 'nominator', of(await consentOf(office, draft.recipient)));
  return { ...draft, ...(await office.step('submitNomination', 'nominator', of(draft))) };
}

/** The consent of a recipient. */
export async function consentOf({ recognition, people }: AwardsOffice, id: string): Promise<Node> {
  const query = 'query ($id: ID!) { recipient(id: $id) { consent { id version } } }';
  return (await recognition.ask(query, { id }, people.nominator)).data.recipient.consent;
}

/** All that has to be checked of a file. */
export const CHECKLIST = ['AUTHORITY', 'ELIGIBILITY', 'ACHIEVEMENT', 'DOCUMENTS'];

/** Takes a file that was handed in to its conferral at an activity. */
export async function conferred({ step }: AwardsOffice, file: Node, activity: string): Promise<void> {
  const verified = await step('verifyNomination', 'verifier', { ...of(file), checklist: CHECKLIST });
  const ready = await step('readyForCouncil', 'verifier', of(verified));
  const held = { heldOn: '2026-09-30', memberCount: 10 };
  const { id: session } = await step('conveneCouncil', 'secretary', held);
  await step('placeOnAgenda', 'secretary', { ...of(ready), session });
  const votes = { votesFor: 8, votesAgainst: 1, abstentions: 1 };
  const voted = await step('recordVote', 'secretary', { ...of(ready), ...votes });
  const { id: decision } = await step('recordDecision', 'signatory', {
    symbol: '123/QĐ-LĐLĐ',
    decidedOn: '2026-10-01',
    signatoryOfficeVi: 'Chủ tịch',
  });
  const decided = await step('decideNomination', 'signatory', { ...of(voted), decision });
  await step('conferRecognition', 'secretary', { ...of(decided), conferredOn: '2026-10-01', activity });
}
