import { both, text } from '../../../schema/contract/text.js';
import { Classification } from '../../shared/values/classification.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Decision } from '../decision/decision.entity.js';
import { knownKey, knownRecord } from '../../shared/writing/known-record.js';
import { RevocationGround } from '../revocation/revocation.entity.js';
import type { StandardRecognition } from './standard-recognition.entity.js';
import { standardStep } from './standard-step.js';
import { Field, ID, InputType } from 'type-graphql';

/** By which decision a subject is recognised. */
@InputType({ description: both('Quyết định công nhận', 'By which decision a subject is recognised.') })
class RecogniseStandardInput extends ChangeInput {
  @Field(() => ID, { description: both('Mã quyết định', 'Id of the decision.') })
  readonly decision!: string;
}

/** That a subject is not recognised. */
@InputType({ description: both('Không công nhận', 'That a subject is not recognised.') })
class DeclineStandardInput extends ChangeInput {}

/** Why and by which decision a recognition is taken back. */
@InputType({
  description: both('Việc thu hồi công nhận', 'Why and by which decision a recognition is taken back.'),
})
class WithdrawStandardInput extends ChangeInput {
  @Field(() => RevocationGround, { description: both('Căn cứ', 'Why.') })
  readonly ground!: RevocationGround;

  @Field(() => ID, { description: both('Mã quyết định thu hồi', 'Id of the decision to take it back.') })
  readonly decision!: string;
}

/** How files are decided, and recognitions taken back. */
export const standardDecidingMutations = [
  standardStep({
    name: 'recogniseStandard',
    step: 'recognise',
    description: both('Công nhận đạt tiêu chuẩn, theo quyết định', 'Recognises, by a decision.'),
    input: RecogniseStandardInput,
    work: recognise,
  }),
  standardStep({
    name: 'declineStandard',
    step: 'decline',
    description: both('Không công nhận đạt tiêu chuẩn', 'Does not recognise.'),
    input: DeclineStandardInput,
    work: (_, recognition) => {
      recognition.grade = null;
    },
  }),
  standardStep({
    name: 'withdrawStandard',
    step: 'withdraw',
    description: both(
      'Thu hồi việc công nhận trong năm, có căn cứ và quyết định',
      'Takes a recognition of the year back, on a ground and by a decision.',
    ),
    input: WithdrawStandardInput,
    work: withdraw,
  }),
] as const;

async function recognise(
  tx: Transaction,
  recognition: StandardRecognition,
  input: RecogniseStandardInput,
): Promise<void> {
  guard(
    recognition.grade !== null,
    'grade-is-reached',
    text('Kết quả thẩm định chưa đạt mức nào.', 'The appraisal led to no grade.'),
  );
  const decision = await decisionOf(tx, recognition, input.decision);
  requireNotBefore(decision, recognition.appraisedOn);
  recognition.decision = decision.key;
  recognition.classification = Classification.PUBLIC;
}

async function withdraw(
  tx: Transaction,
  recognition: StandardRecognition,
  input: WithdrawStandardInput,
): Promise<void> {
  const decision = await decisionOf(tx, recognition, input.decision);
  guard(
    decision.key !== recognition.decision,
    'decision-to-withdraw',
    text(
      'Cần một quyết định khác với quyết định công nhận.',
      'Another decision than the recognition is needed.',
    ),
  );
  requireNotBefore(decision, await decisionDay(tx, recognition));
  recognition.withdrawalGround = input.ground;
  recognition.withdrawal = decision.key;
}

async function decisionOf(
  tx: Transaction,
  { authority }: StandardRecognition,
  id: string,
): Promise<Decision> {
  const decision = await knownRecord(tx, Decision, id);
  guard(
    decision.authority === authority,
    'decision-of-the-authority',
    text(
      'Quyết định phải của cơ quan quyết định đã đăng ký trong hồ sơ.',
      'The decision has to be that of the authority which the file names.',
    ),
  );
  return decision;
}

async function decisionDay(tx: Transaction, { decision }: StandardRecognition): Promise<string | null> {
  return decision === null ? null : (await knownKey(tx, Decision, decision)).decidedOn;
}

function requireNotBefore({ decidedOn }: Decision, day: string | null): void {
  guard(
    day === null || decidedOn >= day,
    'decision-comes-after',
    text(`Quyết định không thể trước ngày ${day ?? ''}.`, `The decision cannot be before ${day ?? ''}.`),
  );
}
