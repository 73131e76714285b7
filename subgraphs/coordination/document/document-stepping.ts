import { text } from '../../../schema/contract/text.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import type {
  AmendDocumentInput,
  BringDocumentIntoForceInput,
  EndDocumentInput,
  ReplaceDocumentInput,
} from './document-inputs.js';
import { DocumentRelationKind } from './document-relation.entity.js';
import { keepRelation } from './document-relating.js';
import { DocumentState } from './document-state.js';
import { DOCUMENT_STEPS } from './document-steps.js';
import { Document } from './document.entity.js';
import { givenRecord } from './given.js';

/** Keeps from when an issued document holds. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function bringDocumentIntoForce(
  tx: Transaction,
  input: BringDocumentIntoForceInput,
): Promise<Document> {
  const document = await tx.findExpected(Document, input);
  document.state = stateAfter(DOCUMENT_STEPS, 'bringIntoForce', document.state);
  guard(input.from <= tx.today && input.from >= (document.issuedOn?.value ?? ''), 'in-force-day', FORCE_DAY);
  document.validFrom = input.from;
  document.validFromPrecision = DatePrecision.DAY;
  return document;
}

/** Keeps that another document amended one. @throws Refusal INVALID_TRANSITION, GUARD_FAILED, NOT_FOUND */
export async function amendDocument(tx: Transaction, input: AmendDocumentInput): Promise<Document> {
  const document = await tx.findExpected(Document, input);
  document.state = stateAfter(DOCUMENT_STEPS, 'amend', document.state);
  const amending = await givenRecord(tx.read, Document, input.amendedBy);
  guard(amending.state !== DocumentState.DRAFT, 'amended-by-issued', ISSUED_NEEDED);
  await keepRelation(tx, { from: amending.key, to: document.key, kind: DocumentRelationKind.AMENDS });
  return document;
}

/** Closes a document on the first day of the one that took its place. @throws Refusal INVALID_TRANSITION, GUARD_FAILED, NOT_FOUND */
export async function replaceDocument(tx: Transaction, input: ReplaceDocumentInput): Promise<Document> {
  const document = await tx.findExpected(Document, input);
  document.state = stateAfter(DOCUMENT_STEPS, 'replace', document.state);
  const { key, state, validFrom } = await givenRecord(tx.read, Document, input.replacedBy);
  guard(IN_FORCE.has(state) && validFrom !== null, 'replaced-by-one-in-force', IN_FORCE_NEEDED);
  endOn(document, validFrom ?? '');
  await keepRelation(tx, { from: key, to: document.key, kind: DocumentRelationKind.REPLACES });
  return document;
}

/** Ends a document before its time, or because its time is over. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function endDocument(
  tx: Transaction,
  step: 'revoke' | 'expire',
  input: EndDocumentInput,
): Promise<Document> {
  const document = await tx.findExpected(Document, input);
  document.state = stateAfter(DOCUMENT_STEPS, step, document.state);
  guard(input.endsOn <= tx.today, 'ended-by-today', END_DAY);
  endOn(document, input.endsOn);
  return document;
}

function endOn(document: Document, day: string): void {
  guard(day > (document.validFrom ?? document.issuedOn?.value ?? ''), 'ends-after-it-begins', END_DAY);
  document.validTo = day;
  document.validToPrecision = DatePrecision.DAY;
}

const IN_FORCE: ReadonlySet<DocumentState> = new Set([DocumentState.IN_FORCE, DocumentState.AMENDED]);

const FORCE_DAY = text(
  'Ngày có hiệu lực không trước ngày ban hành và không sau hôm nay.',
  'It takes force on the day of issue or later, and not after today.',
);
const END_DAY = text(
  'Ngày hết hiệu lực sau ngày bắt đầu và không sau hôm nay.',
  'It ends after its first day, and not after today.',
);
const ISSUED_NEEDED = text('Văn bản sửa đổi phải đã ban hành.', 'The amending document has to be issued.');
const IN_FORCE_NEEDED = text(
  'Văn bản thay thế phải đang có hiệu lực từ một ngày xác định.',
  'The document that takes its place has to be in force, from a known day.',
);
