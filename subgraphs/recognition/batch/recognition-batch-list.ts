import { refOfId } from '../../shared/database/refs.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, Direction, type Connection, type PageArgs } from '../../shared/page.js';
import { has, pointsAt, type Filter } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import type { Reader } from '../../shared/reading/reader.js';
import { ofForm } from '../award/of-form.js';
import type { RecognitionBatchOrder, BatchFilter } from './recognition-batch.args.js';
import { RecognitionBatch } from './recognition-batch.entity.js';

/** A page of recognition batches. */
export const RecognitionBatchConnection = connectionOf(RecognitionBatch);

/** Newest first. */
export const NEWEST = by('year', Direction.DESC);

/** By which property an order sorts. */
const SORTED_BY: Readonly<Record<RecognitionBatchOrder, string>> = {
  YEAR: 'year',
  CONFERRED_AT: 'conferredAt',
};

/** The list of batches that a client asks for. @throws HubError INVALID_ID */
export async function batchListing(read: Reader, asked: BatchFilter): Promise<Listing> {
  const { form, kind, recipientSide, status, year, crossAgencyOnly, asKnownOn } = asked;
  return {
    filters: [
      ...references(asked),
      ...(await ofForm(read, form)),
      ...Object.entries({ kind, recipientSide, status, year }).flatMap(([name, value]) => has(name, value)),
      ...has('isCrossAgency', crossAgencyOnly || null),
    ],
    order: by(SORTED_BY[asked.orderBy], asked.direction),
    asKnownOn,
  };
}

/** Batches whose reference `property` points at the record with this id. */
export function batchesOf(
  read: Reader,
  property: BatchReference,
  { id, filters = [], page }: BatchesOf,
): Promise<Connection<RecognitionBatch>> {
  const listing = { by: property, filters, order: NEWEST };
  return read.page(RecognitionBatch, { listing, page, parent: refOfId(id) });
}

/** Whose batches are asked, and which of them. */
export interface BatchesOf {
  readonly id: string;
  readonly filters?: readonly Filter[];
  readonly page: PageArgs;
}

/** A reference of a batch to another agency's record. */
export type BatchReference = keyof typeof REFERENCES;

/** What each reference may point at. */
const REFERENCES = {
  authority: ORGANIZATION_TYPES,
  recipient: ORGANIZATION_TYPES,
  proposedBy: ORGANIZATION_TYPES,
  movement: ['Movement'],
  activity: ['Activity'],
} as const;

function references(asked: BatchFilter): readonly Filter[] {
  return Object.entries(REFERENCES).flatMap(([property, types]) =>
    pointsAt(property, asked[property as BatchReference], types),
  );
}
