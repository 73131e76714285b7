import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import { Direction } from '../page.js';
import { isStorable } from './asked.js';
import { z } from 'zod';

/** How a list is sorted; the record's key breaks ties, so the order is total and a cursor is stable. */
export interface Order {
  readonly property: string;
  readonly direction: Direction;
}

/** Where a row stands in its order: the sort value as text, and the key. */
export interface Position {
  readonly value: string;
  readonly key: string;
}

const CURSOR = z.tuple([z.string(), z.enum(Direction), z.string().refine(isStorable), z.uuid()]);
const ANY: Form = /^/;

/** What a sort value looks like. */
interface Form {
  test(value: string): boolean;
}

/** The opaque cursor of a row. */
export function cursorOf({ property, direction }: Order, { value, key }: Position): string {
  return Buffer.from(JSON.stringify([property, direction, value, key])).toString('base64url');
}

/**
 * Reads a cursor, of which the sort value must look like `form`.
 *
 * @throws HubError INVALID_CURSOR when it is malformed or belongs to another order
 */
export function positionOf({ property, direction }: Order, cursor: string, form = ANY): Position {
  const parts = CURSOR.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString())).data;
  if (parts && parts[0] === property && parts[1] === direction && form.test(parts[2]))
    return { value: parts[2], key: parts[3] };
  throw invalidCursor();
}

/** The refusal of a cursor that no list of the hub gave out. */
export function invalidCursor(): HubError {
  return new HubError(
    'INVALID_CURSOR',
    text(
      'Con trỏ không hợp lệ: chỉ dùng con trỏ do chính danh sách này trả về, với cùng thứ tự sắp xếp.',
      'Malformed cursor: use cursors as this list returned them, with the same order.',
    ),
  );
}

/** What a JSON text holds; null when it is none. */
export function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}
