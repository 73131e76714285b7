import { both, text } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef } from '../../shared/reading/asked.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { requireConsulted } from '../consultation/counterpart.js';
import { PersonalTextKind } from '../recipient/recipient.enums.js';
import { groundsOf, requireAuthority, requireCommented, requireFirstAward } from './eligibility.js';
import { NominationStepInput } from './nomination-inputs.js';
import type { Nomination } from './nomination.entity.js';
import { stepMutation } from './take-step.js';
import { CHECKLIST, VerificationCheck } from './verification-check.js';
import { writeText } from './write-text.js';
import { Field, ID, InputType } from 'type-graphql';

/** What was checked. */
@InputType({ description: both('Kết quả thẩm định', 'What was checked in a file.') })
class VerifyNominationInput extends ChangeInput {
  @Field(() => [VerificationCheck], {
    description: both('Các nội dung đã kiểm tra; phải đủ cả', 'What was checked; all of it has to be.'),
  })
  readonly checklist!: readonly VerificationCheck[];
}

/** Why a file goes back. */
@InputType({ description: both('Lý do trả lại hồ sơ', 'Why a file goes back.') })
class ReturnNominationInput extends ChangeInput {
  @Field({ description: both('Nội dung cần bổ sung', 'What has to be corrected.') })
  readonly reason!: string;
}

/** Where a file goes. */
@InputType({ description: both('Nơi nhận hồ sơ', 'Where a file goes.') })
class ForwardNominationInput extends ChangeInput {
  @Field(() => ID, {
    description: both('Mã cơ quan ngoài hệ thống nhận hồ sơ', 'Id of the authority that receives it.'),
  })
  readonly authority!: string;
}

/** What the awards office does with a file. */
export const judgingMutations = [
  stepMutation({
    name: 'verifyNomination',
    act: 'VERIFY',
    description: both(
      'Thẩm định hồ sơ; người và đơn vị khác bên đề nghị',
      'Verifies a nomination; a different person and unit than the nominator.',
    ),
    input: VerifyNominationInput,
    work: verify,
  }),
  stepMutation({
    name: 'returnNomination',
    act: 'RETURN',
    description: both('Trả hồ sơ để bổ sung', 'Sends a nomination back to be corrected.'),
    input: ReturnNominationInput,
    work: giveReason,
  }),
  stepMutation({
    name: 'rejectNomination',
    act: 'REJECT',
    description: both('Bác hồ sơ trước khi trình hội đồng', 'Rejects a nomination before the council votes.'),
    input: NominationStepInput,
  }),
  stepMutation({
    name: 'forwardNomination',
    act: 'FORWARD',
    description: both(
      'Chuyển hồ sơ cho cơ quan có thẩm quyền ngoài hệ thống',
      'Sends a nomination to an authority outside of the hub.',
    ),
    input: ForwardNominationInput,
    work: forward,
  }),
  stepMutation({
    name: 'leaveOutcomeUnknown',
    act: 'LEAVE_OUTCOME_UNKNOWN',
    description: both(
      'Ghi rằng không biết kết quả của hồ sơ đã chuyển đi',
      'Records that what became of a forwarded nomination stays unknown.',
    ),
    input: NominationStepInput,
  }),
] as const;

async function verify(tx: Transaction, nomination: Nomination, input: VerifyNominationInput): Promise<void> {
  guard(
    CHECKLIST.every((check) => input.checklist.includes(check)),
    'checklist-is-complete',
    text(
      `Phải kiểm tra đủ: ${CHECKLIST.join(', ')}.`,
      `All of these have to be checked: ${CHECKLIST.join(', ')}.`,
    ),
  );
  requireAuthority(await groundsOf(tx, nomination), nomination.submittedOn ?? tx.today);
  await requireFirstAward(tx, nomination);
}

async function forward(
  tx: Transaction,
  nomination: Nomination,
  input: ForwardNominationInput,
): Promise<void> {
  const grounds = await groundsOf(tx, nomination);
  requireConsulted(nomination, grounds);
  requireCommented(nomination, grounds, tx.today);
  nomination.forwardedTo = askedRef(input.authority, ORGANIZATION_TYPES);
  guard(
    nomination.forwardedTo !== nomination.authority,
    'forwarded-elsewhere',
    text('Phải chuyển cho một cơ quan khác.', 'It has to go to another authority.'),
  );
}

function giveReason(tx: Transaction, nomination: Nomination, input: ReturnNominationInput): Promise<void> {
  return writeText(tx, {
    kind: PersonalTextKind.RETURN_REASON,
    recipient: nomination.recipient,
    nomination: nomination.key,
    aboutKey: nomination.key,
    text: input.reason,
    field: 'reason',
  });
}
