import type { HubRecord } from '../shared/record.js';
import type { Reader } from '../shared/reading/reader.js';
import type { RecordClass } from '../shared/reading/rows.js';

/** The records of one type that a list of references points at, without those that may not be read. */
export async function readRefs<Row extends HubRecord>(
  read: Reader,
  type: RecordClass<Row>,
  refs: readonly string[],
): Promise<readonly Row[]> {
  const found = await Promise.all(refs.map((ref) => read.byRef(type, ref)));
  return found.filter((row) => row !== null);
}
