import { globalId } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import { Classification } from '../../shared/values/classification.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { keepRelation } from '../document/document-relating.js';
import { DocumentRelationKind } from '../document/document-relation.entity.js';
import { DocumentState } from '../document/document-state.js';
import { Document } from '../document/document.entity.js';
import { givenRecord } from '../document/given.js';
import type {
  AmendAgreementInput,
  BringAgreementIntoForceInput,
  ExpireAgreementInput,
  TerminateAgreementInput,
} from './agreement-inputs.js';
import { AGREEMENT_STEPS } from './agreement-steps.js';
import { givenTasks } from './agreement-task.js';
import { CoordinationAgreement } from './coordination-agreement.entity.js';

/**
 * Keeps from when a signed agreement holds, and closes its predecessor on that very day.
 *
 * @throws Refusal INVALID_TRANSITION, GUARD_FAILED, FORBIDDEN_SCOPE
 */
export async function bringAgreementIntoForce(
  tx: Transaction,
  input: BringAgreementIntoForceInput,
): Promise<CoordinationAgreement> {
  const agreement = await tx.findExpected(CoordinationAgreement, input);
  agreement.state = stateAfter(AGREEMENT_STEPS, 'bringIntoForce', agreement.state);
  guard(input.from >= (agreement.signedOn?.value ?? ''), 'in-force-once-signed', ONCE_SIGNED);
  agreement.validFrom = input.from;
  agreement.validFromPrecision = DatePrecision.DAY;
  if (input.until) endOn(agreement, input.until);
  if (input.publish) agreement.classification = Classification.PUBLIC;
  if (agreement.supersedes !== null) await closePredecessor(tx, agreement.supersedes, input.from);
  return agreement;
}

/** Keeps what all parties changed by a common paper. @throws Refusal INVALID_TRANSITION, GUARD_FAILED, NOT_FOUND */
export async function amendAgreement(
  tx: Transaction,
  input: AmendAgreementInput,
): Promise<CoordinationAgreement> {
  const agreement = await tx.findExpected(CoordinationAgreement, input);
  agreement.state = stateAfter(AGREEMENT_STEPS, 'amend', agreement.state);
  await amendPaper(tx, agreement, input.amendedBy);
  if (input.tasks) agreement.tasks = givenTasks(input.tasks);
  if (input.until) endOn(agreement, input.until);
  return agreement;
}

/** Ends an agreement before its term. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function terminateAgreement(
  tx: Transaction,
  input: TerminateAgreementInput,
): Promise<CoordinationAgreement> {
  const agreement = await tx.findExpected(CoordinationAgreement, input);
  agreement.state = stateAfter(AGREEMENT_STEPS, 'terminate', agreement.state);
  guard(agreement.validTo === null || input.endsOn < agreement.validTo, 'ends-before-its-term', EARLIER);
  endOn(agreement, input.endsOn);
  return agreement;
}

/** Keeps that the term of an agreement is over. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function expireAgreement(
  tx: Transaction,
  input: ExpireAgreementInput,
): Promise<CoordinationAgreement> {
  const agreement = await tx.findExpected(CoordinationAgreement, input);
  agreement.state = stateAfter(AGREEMENT_STEPS, 'expire', agreement.state);
  guard(agreement.validTo !== null && agreement.validTo <= tx.today, 'term-is-over', TERM_OVER);
  return agreement;
}

/** A predecessor whose term was over by then stays as it is. */
async function closePredecessor(tx: Transaction, key: string, day: string): Promise<void> {
  const id = globalId({ type: 'CoordinationAgreement', key });
  const predecessor = await tx.find(CoordinationAgreement, id);
  if (predecessor.validTo !== null && predecessor.validTo <= day) return;
  predecessor.state = stateAfter(AGREEMENT_STEPS, 'supersede', predecessor.state);
  endOn(predecessor, day);
}

/** An agreement is amended as it was made: by all of its parties together. */
async function amendPaper(
  tx: Transaction,
  { parties, document }: CoordinationAgreement,
  id: string,
): Promise<void> {
  const amending = await givenRecord(tx.read, Document, id);
  const isJoint = parties.every((party) => amending.issuers.includes(party));
  guard(isJoint && amending.state !== DocumentState.DRAFT, 'amended-by-all-parties', BY_ALL);
  if (document !== null)
    await keepRelation(tx, { from: amending.key, to: document, kind: DocumentRelationKind.AMENDS });
}

function endOn(agreement: CoordinationAgreement, day: string): void {
  guard(day > (agreement.validFrom ?? ''), 'ends-after-it-begins', AFTER_BEGINNING);
  agreement.validTo = day;
  agreement.validToPrecision = DatePrecision.DAY;
}

const ONCE_SIGNED = text(
  'Ngày có hiệu lực không trước ngày ký.',
  'It takes force on the day of signing or later.',
);
const AFTER_BEGINNING = text('Phải hết hiệu lực sau ngày đầu.', 'It has to end after its first day.');
const EARLIER = text(
  'Chấm dứt phải trước khi hết thời hạn; hết thời hạn thì dùng expireAgreement.',
  'An agreement is terminated before its term is over; use expireAgreement afterwards.',
);
const TERM_OVER = text(
  'Thỏa thuận chưa hết thời hạn, hoặc không có thời hạn: dùng terminateAgreement.',
  'Its term is not over, or it has none: use terminateAgreement.',
);
const BY_ALL = text(
  'Văn bản sửa đổi phải đã ban hành và do tất cả các bên cùng ban hành.',
  'The amending document has to be issued, by all parties together.',
);
