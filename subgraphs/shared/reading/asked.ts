import { HubError } from '../../../schema/contract/errors.js';
import { parseGlobalId } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import { refText } from '../database/refs.js';

/** What a client may leave out; clients send null for what they do not say. */
export type Maybe<Value> = Value | undefined | null;

/** Whether the client said it; an empty text is said as well. */
export function isGiven<Value>(argument: Maybe<Value>): argument is Value {
  return argument !== undefined && argument !== null;
}

/** Longest text that is looked for. Unit: characters. */
const TEXT_LIMIT = 200;

/** The text to look for. @throws HubError INVALID_INPUT when it is too long, or holds what no stored text can */
export function askedText(written: string): string {
  if (written.length <= TEXT_LIMIT && isStorable(written)) return written;
  throw new HubError(
    'INVALID_INPUT',
    text(
      `Chỉ tìm được văn bản tối đa ${TEXT_LIMIT} ký tự, không có ký tự NUL.`,
      `A text to look for has at most ${TEXT_LIMIT} characters, none of them NUL.`,
    ),
    { limit: TEXT_LIMIT },
  );
}

/** Whether the database can hold the text at all: it knows no NUL. */
export function isStorable(written: string): boolean {
  return !written.includes('\0');
}

/**
 * The reference, as columns keep it, that an id stands for.
 *
 * @throws HubError INVALID_ID when the id is malformed or of none of the types that the argument takes
 */
export function askedRef(id: string, types: readonly string[]): string {
  const ref = parseGlobalId(id);
  if (types.includes(ref.type)) return refText(ref);
  const expected = types.join(', ');
  throw new HubError(
    'INVALID_ID',
    text(
      `Mã này thuộc kiểu ${ref.type}, cần mã của kiểu ${expected}.`,
      `This id is of a ${ref.type}; an id of ${expected} was expected.`,
    ),
    { expected, found: ref.type },
  );
}
