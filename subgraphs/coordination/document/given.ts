import { keyOf } from '../../../schema/contract/ids.js';
import { text, type Text } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef, isGiven, isStorable, type Maybe } from '../../shared/reading/asked.js';
import type { Reader } from '../../shared/reading/reader.js';
import { present } from '../../shared/reading/refs.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { HubRecord } from '../../shared/record.js';
import { Classification } from '../../shared/values/classification.js';
import { notFound, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import { organizationOf } from '../organization.js';

/** Longest name or title that is taken. Unit: characters. Source: own limit. */
const LONGEST_TEXT = 1000;

/** A mistake in one field of the input; `told` says what would be right. */
export function misgiven(field: string, told: Text): Refusal {
  return new Refusal(UserErrorCode.INVALID_INPUT, told, { field });
}

/** The text of a field, without spaces around it. @throws Refusal INVALID_INPUT when it is empty or too long */
export function givenText(written: string, field: string): string {
  const trimmed = written.normalize('NFC').trim();
  if (trimmed !== '' && trimmed.length <= LONGEST_TEXT && isStorable(trimmed)) return trimmed;
  throw misgiven(
    field,
    text(
      `Cần từ 1 đến ${LONGEST_TEXT} ký tự, không có ký tự NUL.`,
      `1 to ${LONGEST_TEXT} characters are needed, none of them NUL.`,
    ),
  );
}

/** As {@link givenText}, of a field that may be left out. @throws Refusal INVALID_INPUT */
export function maybeGivenText(written: Maybe<string>, field: string): string | null {
  return isGiven(written) ? givenText(written, field) : null;
}

/** Who may read a record that an officer makes. @throws Refusal INVALID_INPUT for what only named roles may read */
export function givenClassification(classification: Classification): Classification {
  if (classification !== Classification.RESTRICTED) return classification;
  throw misgiven('classification', text('Chỉ nhận PUBLIC hoặc INTERNAL.', 'PUBLIC or INTERNAL is needed.'));
}

/** The record that an input names. @throws HubError INVALID_ID; Refusal NOT_FOUND where the caller may not read it */
export async function givenRecord<Row extends HubRecord>(
  read: Reader,
  type: RecordClass<Row>,
  id: string,
): Promise<Row> {
  const found = await read.byKey(type, keyOf(type.name, id));
  if (found) return found;
  throw notFound(type.name);
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
