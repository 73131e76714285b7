import { both, text } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef } from '../../shared/reading/asked.js';
import { Classification } from '../../shared/values/classification.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { AwardAuthorityRule } from '../award/award-authority-rule.entity.js';
import { RecipientKind } from '../award/award-authority-rule.enums.js';
import { Consent } from '../consent/consent.entity.js';
import { ConsentState } from '../consent/consent.steps.js';
import { PersonalTextKind } from '../recipient/recipient.enums.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { AwardRound } from '../round/award-round.entity.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { groundsOf, requireAuthority, requireOpenRound, requireOwnRecipient } from './eligibility.js';
import { knownRecord } from '../../shared/writing/known-record.js';
import { mutationOf } from './mutation.js';
import { DraftNominationInput, NominationStepInput, ReviseNominationInput } from './nomination-inputs.js';
import { OFFICERS, UNSENT } from './nomination-steps.js';
import { Nomination } from './nomination.entity.js';
import { NominationState } from './nomination.enums.js';
import { stepMutation } from './take-step.js';
import { writeText } from './write-text.js';

/** What nominators do with their own files. */
export const draftingMutations = [
  mutationOf({
    name: 'draftNomination',
    description: both('Lập hồ sơ đề nghị khen thưởng', 'Begins a nomination.'),
    answers: Nomination,
    by: OFFICERS,
    input: DraftNominationInput,
    work: draft,
  }),
  mutationOf({
    name: 'reviseNomination',
    description: both('Sửa hồ sơ chưa nộp hoặc bị trả lại', 'Corrects a file that is not handed in.'),
    answers: Nomination,
    by: OFFICERS,
    input: ReviseNominationInput,
    work: revise,
  }),
  stepMutation({
    name: 'submitNomination',
    act: 'SUBMIT',
    description: both('Nộp hồ sơ trong thời gian của đợt', 'Hands a nomination in while its round is open.'),
    input: NominationStepInput,
    work: submit,
  }),
  stepMutation({
    name: 'withdrawNomination',
    act: 'WITHDRAW',
    description: both(
      'Rút hồ sơ trước khi có quyết định, theo ý của bên đề nghị hoặc của cá nhân',
      "Withdraws a nomination before the decision, at the nominator's or the individual's wish.",
    ),
    input: NominationStepInput,
  }),
] as const;

async function draft(tx: Transaction, input: DraftNominationInput): Promise<Nomination> {
  const grounds = {
    round: await knownRecord(tx, AwardRound, input.round),
    rule: await knownRecord(tx, AwardAuthorityRule, input.rule),
    recipient: await knownRecord(tx, Recipient, input.recipient),
  };
  requireAuthority(grounds, tx.today);
  const { round, rule, recipient } = grounds;
  await requireOwnRecipient(tx, recipient);
  const nominator = input.nominator ? askedRef(input.nominator, ORGANIZATION_TYPES) : tx.actor.organization;
  const nomination = tx.create(Nomination, {
    classification: Classification.RESTRICTED,
    round: round.key,
    form: rule.form,
    rule: rule.key,
    authority: round.organization,
    nominator,
    recipient: recipient.key,
    achievedFrom: input.achievedFrom,
    achievedTo: input.achievedTo,
    state: NominationState.DRAFT,
  });
  await tx.flush();
  await writeAchievement(tx, nomination, input.achievementSummary);
  return nomination;
}

async function revise(tx: Transaction, input: ReviseNominationInput): Promise<Nomination> {
  const nomination = await tx.findExpected(Nomination, input);
  if (!UNSENT.includes(nomination.state)) throw sent(nomination.state);
  nomination.achievedFrom = input.achievedFrom;
  nomination.achievedTo = input.achievedTo;
  await writeAchievement(tx, nomination, input.achievementSummary);
  await tx.em.execute('select record_revision(?)', [nomination.key]);
  return nomination;
}

async function submit(tx: Transaction, nomination: Nomination): Promise<void> {
  const grounds = await groundsOf(tx, nomination);
  requireOpenRound(grounds.round, tx.today);
  requireAuthority(grounds, tx.today);
  if (grounds.recipient.kind === RecipientKind.INDIVIDUAL) await requireConsent(tx, grounds.recipient);
  nomination.submittedOn ??= tx.today;
  nomination.ruleVersion ??= grounds.rule.version;
}

async function requireConsent(tx: Transaction, { key }: Recipient): Promise<void> {
  const [consent] = await tx.read.whole(Consent, { by: 'recipient', filters: [], order: BY_KEY }, key);
  guard(
    consent !== undefined && [ConsentState.REQUESTED, ConsentState.GRANTED].includes(consent.state),
    'consent-is-requested',
    text(
      'Phải hỏi ý kiến đồng ý của cá nhân trước khi nộp, và cá nhân không từ chối.',
      'An individual has to be asked for consent before, and must not have refused it.',
    ),
  );
}

function writeAchievement(tx: Transaction, { key, recipient }: Nomination, summary: string): Promise<void> {
  return writeText(tx, {
    kind: PersonalTextKind.ACHIEVEMENT,
    recipient,
    nomination: key,
    aboutKey: key,
    text: summary,
    field: 'achievementSummary',
  });
}

function sent(state: NominationState): Refusal {
  return new Refusal(
    UserErrorCode.INVALID_TRANSITION,
    text(
      `Hồ sơ đang ở trạng thái ${state}; chỉ sửa được hồ sơ DRAFT hoặc RETURNED.`,
      `The file is ${state}; only one that is DRAFT or RETURNED can be corrected.`,
    ),
    { rule: 'revise' },
  );
}
