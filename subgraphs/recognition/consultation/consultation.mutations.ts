import { keyOf } from '../../../schema/contract/ids.js';
import { both, text } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Classification } from '../../shared/values/classification.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { AwardStep } from '../award/award-authority-rule.enums.js';
import { groundsOf, type Grounds } from '../nomination/eligibility.js';
import { mutationOf } from '../nomination/mutation.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { requireApart, stepMutation } from '../nomination/take-step.js';
import { afterWorkingDays, termOf } from '../nomination/working-days.js';
import { writeText } from '../nomination/write-text.js';
import { PersonalTextKind } from '../recipient/recipient.enums.js';
import { Consultation } from './consultation.entity.js';
import { CONSULTATION_STEPS, ConsultationState } from './consultation.steps.js';
import { counterpartOf } from './counterpart.js';
import { Field, InputType } from 'type-graphql';

/** Until when an answer is awaited. */
@InputType({ description: both('Đề nghị hiệp y', 'Until when an answer is awaited.') })
class ConsultCounterpartInput extends ChangeInput {
  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Hạn trả lời; bỏ trống: theo quy tắc thẩm quyền',
      'Last day for the answer; by the authority rule when not said.',
    ),
  })
  readonly dueOn?: string;
}

/** What the counterpart says. */
@InputType({ description: both('Ý kiến hiệp y bằng văn bản', 'What the counterpart says, in writing.') })
class AnswerConsultationInput extends ChangeInput {
  @Field({ description: both('Nội dung, lý do', 'What it says and why.') })
  readonly reason!: string;
}

/** How the counterpart agency is asked, and how it answers. */
export const consultationMutations = [
  stepMutation({
    name: 'consultCounterpart',
    act: 'CONSULT',
    description: both(
      'Lấy ý kiến hiệp y của cơ quan quản lý đối tượng',
      "Consults the recipient's own agency about a nomination.",
    ),
    input: ConsultCounterpartInput,
    work: ask,
  }),
  mutationOf({
    name: 'endorseNomination',
    description: both(
      'Hiệp y: đồng ý',
      'Answers a consultation: endorsed. The id is that of the consultation.',
    ),
    answers: Consultation,
    by: CONSULTATION_STEPS.ENDORSE.by,
    input: AnswerConsultationInput,
    work: (tx, input) => answer(tx, 'ENDORSE', input),
  }),
  mutationOf({
    name: 'objectToNomination',
    description: both(
      'Hiệp y: không đồng ý',
      'Answers a consultation: objected to. The id is that of the consultation.',
    ),
    answers: Consultation,
    by: CONSULTATION_STEPS.OBJECT.by,
    input: AnswerConsultationInput,
    work: (tx, input) => answer(tx, 'OBJECT', input),
  }),
] as const;

async function ask(tx: Transaction, nomination: Nomination, input: ConsultCounterpartInput): Promise<void> {
  const grounds = await groundsOf(tx, nomination);
  const { authority, form, achievedFrom, achievedTo } = nomination;
  tx.create(Consultation, {
    classification: Classification.RESTRICTED,
    nomination: nomination.key,
    counterpart: counterpartOf(grounds),
    organization: grounds.recipient.organization,
    authority,
    form,
    recipient: nomination.recipient,
    achievedFrom,
    achievedTo,
    state: ConsultationState.ASKED,
    askedOn: tx.today,
    dueOn: input.dueOn ?? dueByRule(grounds, tx.today),
  });
}

/** @throws Refusal GUARD_FAILED where the rule knows no term */
function dueByRule({ rule }: Grounds, today: string): string {
  const days = termOf(rule, AwardStep.CONSULTATION);
  guard(
    days !== null,
    'answer-has-a-term',
    text('Quy tắc không nêu thời hạn hiệp y: hãy nêu dueOn.', 'The rule knows no term: say dueOn.'),
  );
  return afterWorkingDays(today, days ?? 0);
}

/** The database moves the file with the answer, since the file itself is not for the counterpart to read. */
async function answer(
  tx: Transaction,
  step: keyof typeof CONSULTATION_STEPS,
  input: AnswerConsultationInput,
): Promise<Consultation> {
  await holdFile(tx, input);
  const consultation = await tx.findExpected(Consultation, input);
  const state = stateAfter(CONSULTATION_STEPS, step, consultation.state);
  await requireApart(tx, consultation.nomination, step);
  await writeText(tx, {
    kind: PersonalTextKind.CONSULTATION_REASON,
    recipient: consultation.recipient,
    nomination: consultation.nomination,
    aboutKey: consultation.key,
    text: input.reason,
    field: 'reason',
  });
  consultation.state = state;
  consultation.answeredOn = tx.today;
  return consultation;
}

/** Everybody takes hold of the file first and of what hangs on it then, so that nobody waits for somebody who waits. */
async function holdFile(tx: Transaction, { id }: AnswerConsultationInput): Promise<void> {
  await tx.em.execute('select hold_consulted_file(?)', [keyOf('Consultation', id)]);
}
