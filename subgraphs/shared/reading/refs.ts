import type { HubRecord } from '../record.js';
import type { Reader } from './reader.js';
import type { RecordClass } from './rows.js';

/** The records of one type that a list of references points at, without those that may not be read. */
export function readRefs<Row extends HubRecord>(
  read: Reader,
  type: RecordClass<Row>,
  refs: readonly string[],
): Promise<readonly Row[]> {
  return present(refs.map((ref) => read.byRef(type, ref)));
}

/** The records of one type with these keys, in their order, without those that may not be read. */
export function readKeys<Row extends HubRecord>(
  read: Reader,
  type: RecordClass<Row>,
  keys: readonly string[],
): Promise<readonly Row[]> {
  return present(keys.map((key) => read.byKey(type, key)));
}

/** Waits for all, and leaves out what was not found. */
export async function present<Row>(found: readonly Promise<Row | null>[]): Promise<readonly Row[]> {
  return (await Promise.all(found)).filter((row) => row !== null);
}
