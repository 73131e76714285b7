import { keyOf } from '../../../schema/contract/ids.js';
import { isGiven, type Maybe } from '../reading/asked.js';
import type { Reader } from '../reading/reader.js';
import type { RecordClass } from '../reading/rows.js';
import type { HubRecord } from '../record.js';
import { notFound } from './refusal.js';

/** Whatever reads as the caller may: a transaction, or the context of a fetch. */
interface Reading {
  readonly read: Reader;
}

/** The record with this id that a change rests on and leaves as it is. @throws HubError INVALID_ID; Refusal NOT_FOUND */
export async function knownRecord<Row extends HubRecord>(
  reading: Reading,
  type: RecordClass<Row>,
  id: string,
): Promise<Row> {
  return knownKey(reading, type, keyOf(type.name, id));
}

/** As {@link knownRecord}, by its key. @throws Refusal NOT_FOUND */
export async function knownKey<Row extends HubRecord>(
  { read }: Reading,
  type: RecordClass<Row>,
  key: string,
): Promise<Row> {
  const record = await read.byKey(type, key);
  if (!record) throw notFound(type.name);
  return record;
}

/** The key of a record that a change may rest on, `null` where none is named. @throws as {@link knownRecord} */
export async function maybeKnownKey(
  reading: Reading,
  type: RecordClass<HubRecord>,
  id: Maybe<string>,
): Promise<string | null> {
  return isGiven(id) ? (await knownRecord(reading, type, id)).key : null;
}
