import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import { Direction } from '../page.js';
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

const CURSOR = z.tuple([z.string(), z.enum(Direction), z.string(), z.uuid()]);

/** The opaque cursor of a row. */
export function cursorOf({ property, direction }: Order, { value, key }: Position): string {
  return Buffer.from(JSON.stringify([property, direction, value, key])).toString('base64url');
}

/** Reads a cursor. @throws HubError INVALID_CURSOR when it is malformed or belongs to another order. */
export function positionOf({ property, direction }: Order, cursor: string): Position {
  const parts = CURSOR.safeParse(decode(cursor)).data;
  if (parts && parts[0] === property && parts[1] === direction) return { value: parts[2], key: parts[3] };
  throw new HubError(
    'INVALID_CURSOR',
    text(
      'Con trỏ không hợp lệ: chỉ dùng con trỏ do chính danh sách này trả về, với cùng thứ tự sắp xếp.',
      'Malformed cursor: use cursors as this list returned them, with the same order.',
    ),
  );
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
