import { text } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef } from '../../shared/reading/asked.js';
import type { Reader } from '../../shared/reading/reader.js';
import { present } from '../../shared/reading/refs.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { HubRecord } from '../../shared/record.js';
import { Classification } from '../../shared/values/classification.js';
import { misgiven, textsUpTo } from '../../shared/writing/given.js';
import { knownRecord } from '../../shared/writing/known-record.js';
import { organizationOf } from '../organization.js';

export { misgiven } from '../../shared/writing/given.js';

/** How names, titles and other texts of coordination's inputs are taken. Source of their length: own limit. */
export const { givenText, maybeGivenText } = textsUpTo(1_000);

/** Who may read a record that an officer makes. @throws Refusal INVALID_INPUT for what only named roles may read */
export function givenClassification(classification: Classification): Classification {
  if (classification !== Classification.RESTRICTED) return classification;
  throw misgiven('classification', text('Chỉ nhận PUBLIC hoặc INTERNAL.', 'PUBLIC or INTERNAL is needed.'));
}

/** The record that an input names. @throws HubError INVALID_ID; Refusal NOT_FOUND where the caller may not read it */
export function givenRecord<Row extends HubRecord>(
  read: Reader,
  type: RecordClass<Row>,
  id: string,
): Promise<Row> {
  return knownRecord({ read }, type, id);
}

/**
 * References to the organisations that a field names, each once; those of the other agency are taken as they are.
 *
 * @throws HubError INVALID_ID; Refusal INVALID_INPUT where this agency knows no such organisation
 */
export async function givenOrganizations(
  read: Reader,
  ids: readonly string[],
  field: string,
): Promise<readonly string[]> {
  const refs = [...new Set(ids.map((id) => askedRef(id, ORGANIZATION_TYPES)))];
  const known = await present(refs.map((ref) => organizationOf(read, ref)));
  if (known.length === refs.length) return refs;
  throw misgiven(field, text('Có tổ chức không tồn tại.', 'One of the organisations does not exist.'));
}
