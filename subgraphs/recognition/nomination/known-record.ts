import { keyOf } from '../../../schema/contract/ids.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { HubRecord } from '../../shared/record.js';
import { notFound } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';

/** The record with this id that a change rests on and leaves as it is. @throws HubError INVALID_ID; Refusal NOT_FOUND */
export function knownRecord<Row extends HubRecord>(
  tx: Transaction,
  type: RecordClass<Row>,
  id: string,
): Promise<Row> {
  return knownKey(tx, type, keyOf(type.name, id));
}

/** As {@link knownRecord}, by its key. @throws Refusal NOT_FOUND */
export async function knownKey<Row extends HubRecord>(
  tx: Transaction,
  type: RecordClass<Row>,
  key: string,
): Promise<Row> {
  const record = await tx.read.byKey(type, key);
  if (!record) throw notFound(type.name);
  return record;
}
