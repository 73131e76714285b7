import { both, text } from '../../../schema/contract/text.js';
import { idOfRef, refText } from '../../shared/database/refs.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { voteDay } from '../council/vote-day.js';
import { Decision } from '../decision/decision.entity.js';
import { requireFirstAward } from './eligibility.js';
import { knownRecord } from '../../shared/writing/known-record.js';
import { NominationStepInput } from './nomination-inputs.js';
import type { Nomination } from './nomination.entity.js';
import { stepMutation } from './take-step.js';
import { Field, ID, InputType } from 'type-graphql';

/** By which decision a file is decided. */
@InputType({ description: both('Quyết định đối với hồ sơ', 'By which decision a file is decided.') })
class DecideNominationInput extends ChangeInput {
  @Field(() => ID, { description: both('Mã quyết định', 'Id of the decision.') })
  readonly decision!: string;
}

/** How a file is decided. */
export const decidingMutations = [
  stepMutation({
    name: 'decideNomination',
    act: 'DECIDE',
    description: both(
      'Quyết định khen thưởng; người ghi phiếu không được ghi quyết định',
      'Decides to award; who recorded the vote may not do it.',
    ),
    input: DecideNominationInput,
    work: async (tx, nomination, input) => {
      const decision = await decisionOf(tx, input, nomination.authority);
      const votedOn = await voteDay(tx, nomination.key);
      guard(
        votedOn === null || decision.decidedOn >= votedOn,
        'decided-after-the-vote',
        text(`Hội đồng họp ngày ${votedOn ?? ''}.`, `The council met on ${votedOn ?? ''}.`),
      );
      await decide(tx, nomination, decision);
    },
  }),
  stepMutation({
    name: 'declineNomination',
    act: 'DECLINE',
    description: both('Cơ quan ký không quyết định khen', 'The office that signs declines to award.'),
    input: NominationStepInput,
  }),
  stepMutation({
    name: 'recordOutsideDecision',
    act: 'RECORD_OUTSIDE_DECISION',
    description: both(
      'Ghi quyết định của cơ quan ngoài hệ thống đã nhận hồ sơ',
      'Records the decision of the outside authority that received the file.',
    ),
    input: DecideNominationInput,
    work: async (tx, nomination, input) => {
      const decision = await decisionOf(tx, input, nomination.forwardedTo);
      await decide(tx, nomination, decision);
    },
  }),
] as const;

async function decisionOf(
  tx: Transaction,
  input: DecideNominationInput,
  authority: string | null,
): Promise<Decision> {
  const decision = await knownRecord(tx, Decision, input.decision);
  guard(
    decision.authority === authority,
    'decision-of-the-authority',
    text(
      'Quyết định phải của đúng cơ quan có thẩm quyền với hồ sơ.',
      'The decision has to be that of the authority which has the file.',
    ),
  );
  return decision;
}

async function decide(tx: Transaction, nomination: Nomination, decision: Decision): Promise<void> {
  await requireFirstAward(tx, nomination);
  nomination.decision = decision.key;
  const entity = refText({ type: 'Nomination', key: nomination.key });
  tx.announce({
    entity,
    kind: 'DECISION_TAKEN',
    content: {
      nominator: idOfRef(nomination.nominator),
      form: idOfRef(refText({ type: 'AwardForm', key: nomination.form })),
      decidedOn: decision.decidedOn,
    },
  });
}
