import { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import { z } from 'zod';

/** Where a hit stands among all hits of all agencies. */
export interface HitPlace {
  /** How far the match is from exact; 0 is the closest. */
  readonly rank: number;
  readonly sortKey: string;
  readonly id: string;
}

const PLACE = z.tuple([z.int(), z.string(), z.string()]);

/** Longest cursor that is read. Unit: characters. */
const MAX_LENGTH = 2_000;

/** The place as the agencies take it: JSON of rank, sort key and id. */
export function placeText({ rank, sortKey, id }: HitPlace): string {
  return JSON.stringify([rank, sortKey, id]);
}

/** The opaque cursor that clients see. */
export function cursorOf(place: HitPlace): string {
  return Buffer.from(placeText(place)).toString('base64url');
}

/** Reads a cursor. @throws HubError INVALID_CURSOR when the text is not one. */
export function placeAt(cursor: string): HitPlace {
  const place = cursor.length <= MAX_LENGTH ? placeIn(Buffer.from(cursor, 'base64url').toString()) : null;
  if (place && cursorOf(place) === cursor) return place;
  throw new HubError(
    'INVALID_CURSOR',
    text(
      'Con trỏ không hợp lệ: chỉ dùng con trỏ do danh sách này trả về.',
      'Malformed cursor: use cursors as this list returned them.',
    ),
  );
}

function placeIn(json: string): HitPlace | null {
  try {
    const [rank, sortKey, id] = PLACE.parse(JSON.parse(json));
    return { rank, sortKey, id };
  } catch {
    return null;
  }
}
