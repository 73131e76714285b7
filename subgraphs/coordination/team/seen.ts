import { keyOf } from '../../../schema/contract/ids.js';
import { isGiven, type Maybe } from '../../shared/reading/asked.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { HubRecord } from '../../shared/record.js';
import { notFound } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';

/**
 * The record with this id that a change points at, as the caller may read it; it is not changed itself.
 *
 * @throws HubError INVALID_ID; Refusal NOT_FOUND
 */
export async function seen<Row extends HubRecord>(
  { read }: Transaction,
  type: RecordClass<Row>,
  id: string,
): Promise<Row> {
  const row = await read.byKey(type, keyOf(type.name, id));
  if (row) return row;
  throw notFound(type.name);
}

/** The key of a record that a change may point at, `null` where none is named. @throws as {@link seen} */
export async function seenKey(
  tx: Transaction,
  type: RecordClass<HubRecord>,
  id: Maybe<string>,
): Promise<string | null> {
  return isGiven(id) ? (await seen(tx, type, id)).key : null;
}
