import { isGiven, isStorable, type Maybe } from './asked.js';
import { invalidCursor, jsonOf } from './cursor.js';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';

/** Where a hit stands among all hits. */
export interface HitPlace {
  readonly rank: number;
  readonly sortKey: string;
  readonly id: string;
}

const STORABLE = z.string().refine(isStorable);
const PLACE = z.tuple([z.int32(), STORABLE, STORABLE]);

/** The place of a hit as its JSON tells it; null for none. @throws HubError INVALID_CURSOR */
export function placeAfter(after: Maybe<string>): HitPlace | null {
  if (!isGiven(after)) return null;
  const place = PLACE.safeParse(jsonOf(after)).data;
  if (!place) throw invalidCursor();
  const [rank, sortKey, id] = place;
  return { rank, sortKey, id };
}

/** SQL of the alphabetical order of names, called n. */
export const SORT_KEY = sql`n.sort_key collate "C"`;

/** SQL of the id by which hits of one rank and name are told apart. */
export function idSql(type: RawBuilder<unknown>, key: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`translate(encode(convert_to(${type} || ':' || ${key}, 'UTF8'), 'base64'), E'+/=\n', '-_') collate "C"`;
}

/** How some hits of one type are ranked. */
export interface Ranks {
  readonly type: string;
  /** The first rank. */
  readonly base: number;
  /** SQL of what the ranks add to that; always the same when it is a number. */
  readonly place: RawBuilder<unknown> | number;
}

/** SQL of what comes after a hit's place, said so that an index of the order can begin there. */
export function beyondSql(
  { type, base, place }: Ranks,
  { rank, sortKey, id }: HitPlace,
): RawBuilder<unknown> {
  const at = Math.max(rank - base, -1);
  const comesLater = sql`${idSql(sql`${type}::text`, sql`n.key`)} > ${id}`;
  if (typeof place !== 'number')
    return sql`(${place}, ${SORT_KEY}) >= (${at}::int, ${sortKey})
      and ((${place}, ${SORT_KEY}) > (${at}::int, ${sortKey}) or ${comesLater})`;
  if (at !== place) return sql.lit(at < place);
  return sql`${SORT_KEY} >= ${sortKey} and (${SORT_KEY} > ${sortKey} or ${comesLater})`;
}
