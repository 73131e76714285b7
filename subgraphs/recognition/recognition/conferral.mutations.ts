import { both, text } from '../../../schema/contract/text.js';
import { askedRef } from '../../shared/reading/asked.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { RecipientKind } from '../award/award-authority-rule.enums.js';
import { RecognitionBatch } from '../batch/recognition-batch.entity.js';
import { RecognitionStatus } from '../batch/recognition-batch.enums.js';
import { isConsentWithheld } from '../consent/withheld.js';
import { Decision } from '../decision/decision.entity.js';
import { knownKey, knownRecord } from '../../shared/writing/known-record.js';
import { mutationOf } from '../nomination/mutation.js';
import { NOMINATION_STEPS } from '../nomination/nomination-steps.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { requireClear, stateOfStep } from '../nomination/take-step.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { RecipientVisibility } from '../recipient/recipient.enums.js';
import { Recognition } from './recognition.entity.js';
import { RecognitionState } from './recognition.enums.js';
import { Field, ID, InputType } from 'type-graphql';

/** When and where an award is conferred. */
@InputType({ description: both('Việc trao thưởng', 'When and where an award is conferred.') })
class ConferRecognitionInput extends ChangeInput {
  @Field(() => LocalDate, {
    description: both(
      'Ngày trao, không trước ngày quyết định',
      'Day of the conferral, not before the decision.',
    ),
  })
  readonly conferredOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã hoạt động nơi trao', 'Id of the activity at which it is conferred.'),
  })
  readonly activity?: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã đợt khen thưởng đã tính lần khen này',
      'Id of the batch in which it is counted already.',
    ),
  })
  readonly batch?: string;
}

const CONFERRAL = {
  answers: Recognition,
  by: NOMINATION_STEPS.CONFER.by,
  input: ConferRecognitionInput,
};

/** How an award is conferred. */
export const conferralMutations = [
  mutationOf({
    ...CONFERRAL,
    name: 'conferRecognition',
    description: both(
      'Trao thưởng cho hồ sơ đã có quyết định; mã là mã hồ sơ',
      'Confers the award of a decided nomination, whose id it takes.',
    ),
    work: (tx, input) => confer(tx, input, false),
  }),
  mutationOf({
    ...CONFERRAL,
    name: 'conferWithoutName',
    description: both(
      'Kết thúc hồ sơ đã có quyết định mà cá nhân không đồng ý: chỉ tính vào số lượng, không tên, không nơi làm việc',
      'Closes a decided nomination whose individual withholds consent: it counts, without name and workplace.',
    ),
    work: (tx, input) => confer(tx, input, true),
  }),
] as const;

async function confer(
  tx: Transaction,
  input: ConferRecognitionInput,
  isNameless: boolean,
): Promise<Recognition> {
  const nomination = await tx.findExpected(Nomination, input);
  const state = await stateOfStep(tx, nomination, 'CONFER');
  const decision = await knownKey(tx, Decision, nomination.decision ?? '');
  requireConferralDay(input.conferredOn, decision, tx.today);
  const recipient = await knownKey(tx, Recipient, nomination.recipient);
  await requireConsent(tx, recipient, isNameless);
  const batch = input.batch ? await batchOf(tx, input.batch, { nomination, decision }) : null;
  const recognition = tx.create(Recognition, {
    nomination: nomination.key,
    form: nomination.form,
    authority: decision.authority,
    recipient: recipient.key,
    organization: isNameless || isCountedOnly(recipient) ? null : recipient.organization,
    enterprise: recipient.enterprise,
    recipientKind: recipient.kind,
    recipientSide: recipient.side,
    decision: decision.key,
    conferredOn: input.conferredOn,
    activity: input.activity ? askedRef(input.activity, ['Activity']) : null,
    batch,
    state: RecognitionState.CONFERRED,
  });
  await requireClear(tx, nomination.key, 'CONFER');
  nomination.state = state;
  return recognition;
}

/** A decision stands though consent is withheld; what follows from that is to be asked for as such. */
async function requireConsent(tx: Transaction, { key }: Recipient, isNameless: boolean): Promise<void> {
  guard(
    (await isConsentWithheld(tx, key)) === isNameless,
    isNameless ? 'consent-is-withheld' : 'consent-is-not-withheld',
    text(
      'Cá nhân không đồng ý thì trao không nêu tên (conferWithoutName); nếu không thì trao như thường (conferRecognition).',
      'Where the individual withholds consent, confer without a name (conferWithoutName); else conferRecognition.',
    ),
  );
}

/** Of an individual who may appear in counts alone, not even the workplace is told: one person may be all of it. */
function isCountedOnly({ kind, visibility }: Recipient): boolean {
  return kind === RecipientKind.INDIVIDUAL && visibility === RecipientVisibility.COUNT_ONLY;
}

function requireConferralDay(conferredOn: string, { decidedOn }: Decision, today: string): void {
  guard(
    conferredOn >= decidedOn && conferredOn <= today,
    'conferred-after-the-decision',
    text(
      `Ngày trao từ ${decidedOn} đến ${today}.`,
      `The day of the conferral lies between ${decidedOn} and ${today}.`,
    ),
  );
}

interface Counted {
  readonly nomination: Nomination;
  readonly decision: Decision;
}

/** The key of the batch that counts it. That a batch counts no fewer than were published of it, the database holds to. */
async function batchOf(tx: Transaction, id: string, { nomination, decision }: Counted): Promise<string> {
  const batch = await knownRecord(tx, RecognitionBatch, id);
  guard(
    batch.form === nomination.form &&
      batch.authority === decision.authority &&
      batch.status === RecognitionStatus.CONFERRED,
    'batch-counts-it',
    text(
      'Đợt khen phải đã trao, cùng hình thức và cùng cơ quan khen.',
      'The batch has to be conferred, of the same form and by the same authority.',
    ),
  );
  return batch.key;
}
