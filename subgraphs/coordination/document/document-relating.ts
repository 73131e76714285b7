import { text } from '../../../schema/contract/text.js';
import { has } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import type { RelateDocumentsInput, RelationInput } from './document-inputs.js';
import { DocumentRelation, DocumentRelationKind } from './document-relation.entity.js';
import { Document } from './document.entity.js';
import { givenRecord } from './given.js';

/** A relation by the keys of its ends. */
type Ends = Pick<DocumentRelation, 'from' | 'to' | 'kind'>;

/** Adds a relation between two documents, the first in the scope of the officer. @throws Refusal GUARD_FAILED, NOT_FOUND */
export async function relateDocuments(
  tx: Transaction,
  { from, ...relation }: RelateDocumentsInput,
): Promise<DocumentRelation> {
  return addRelation(tx, await tx.find(Document, from), relation);
}

/** Adds what a document says of another one. @throws Refusal GUARD_FAILED, NOT_FOUND */
export async function addRelation(
  tx: Transaction,
  from: Document,
  { to: id, kind }: RelationInput,
): Promise<DocumentRelation> {
  const to = await givenRecord(tx.read, Document, id);
  guard(from.key !== to.key, 'two-documents', OTHER_DOCUMENT);
  guard(!STEPS.has(kind), 'relation-by-its-step', BY_STEP);
  guard((await knownRelation(tx, { from: from.key, to: to.key, kind })) === null, 'relation-once', ONCE);
  return tx.create(DocumentRelation, { from: from.key, to: to.key, kind });
}

/** Keeps that one document acts on another, where that is not known yet. */
export async function keepRelation(tx: Transaction, ends: Ends): Promise<void> {
  guard(ends.from !== ends.to, 'two-documents', OTHER_DOCUMENT);
  if ((await knownRelation(tx, ends)) === null) tx.create(DocumentRelation, ends);
}

async function knownRelation(
  { read }: Transaction,
  { from, to, kind }: Ends,
): Promise<DocumentRelation | null> {
  const filters = [...has('kind', kind), ...has('to', to)];
  const [known] = await read.whole(DocumentRelation, { by: 'from', filters, order: BY_KEY }, from);
  return known ?? null;
}

/** Kinds that change the state of the document referred to. */
const STEPS: ReadonlySet<DocumentRelationKind> = new Set([
  DocumentRelationKind.REPLACES,
  DocumentRelationKind.AMENDS,
]);

const OTHER_DOCUMENT = text('Cần hai văn bản khác nhau.', 'Two different documents are needed.');
const ONCE = text('Quan hệ này đã được ghi.', 'This relation is on record.');
const BY_STEP = text(
  'Dùng replaceDocument hoặc amendDocument của văn bản bị thay thế, sửa đổi.',
  'Use replaceDocument or amendDocument of the document that is replaced or amended.',
);
