import { exactKey } from '../fold.js';
import type { SearchKind } from '../search-vocabulary.js';
import { isGiven, isStorable, type Maybe } from './asked.js';
import { prefixQuery } from './condition.js';
import { invalidCursor, jsonOf } from './cursor.js';
import type { Reader } from './reader.js';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';

/** A table that the search covers. */
export interface Searchable {
  readonly type: string;
  readonly table: string;
  readonly kind: SearchKind;
  /** SQL column shown as the label. */
  readonly label: string;
}

/** A row of a covered table that matches. */
export interface FoundRow {
  readonly key: string;
  readonly typename: string;
  /** A smaller one matches better. */
  readonly rank: number;
  readonly label: string;
  readonly sortKey: string;
}

/** Which of the matches are asked for. */
export interface AskedHits {
  /** Unit: hits. */
  readonly first: number;
  /** See {@link beyondSql}. */
  readonly beyond: RawBuilder<unknown>;
}

/** Ranks within one grade; names have fewer words. */
export const GRADE_STEP = 1_000;

const STORABLE = z.string().refine(isStorable);
/** Where a hit stands: its rank, its alphabetical key and its id. */
const AFTER = z.tuple([z.int32(), STORABLE, STORABLE]);

/**
 * Every match with its rank: first the grade (main name, another name, the same once folded, a part), then the words of the
 * main name, since what is asked for is more of a short one; last what matches by another name. Of who has one name only,
 * it is the main one that matches; most match by a part of that, which is looked at first, since it costs the least.
 */
export function foundSql(tables: readonly Searchable[], asked: string, words: string): RawBuilder<unknown> {
  const exact = exactKey(asked);
  const query = prefixQuery(words);
  const parts = tables.map(
    ({ type, table, label }) => sql`
      select t.key, ${type}::text as typename, t.sort_key, t.${sql.raw(label)} as label,
        case when position(E'\\n' in t.search_key) = 0 and t.search_key <> ${words} and t.exact_keys[1] <> ${exact}
          then 3 * ${GRADE_STEP}::int + ${wordsIn(sql`t.search_key`)}
        else case when t.exact_keys[1] = ${exact} then 0 when ${exact} = any(t.exact_keys) then 1
          when position(E'\\n' || ${words} || E'\\n' in E'\\n' || t.search_key || E'\\n') > 0 then 2 else 3 end * ${GRADE_STEP}::int
          + case when position(E'\\n' in t.search_key) = 0 or to_tsvector('simple', split_part(t.search_key, E'\\n', 1)) @@ to_tsquery('simple', ${query})
            then ${wordsIn(sql`split_part(t.search_key, E'\\n', 1)`)} else ${GRADE_STEP - 1}::int end end as rank
      from ${sql.table(table)} t
      where t.classification = 'PUBLIC' and to_tsvector('simple', t.search_key) @@ to_tsquery('simple', ${query})`,
  );
  return sql.join(parts, sql` union all `);
}

/** SQL of how many words a folded name has, as far as ranks tell them apart; one space stands between two. */
function wordsIn(name: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`least(octet_length(${name}) - octet_length(replace(${name}, ' ', '')) + 1, ${GRADE_STEP - 2}::int)`;
}

/** SQL of the id by which hits of one rank and name are told apart. */
const ID = sql`translate(encode(convert_to(f.typename || ':' || f.key, 'UTF8'), 'base64'), E'+/=\n', '-_') collate "C"`;

/** The first matches beyond a place. Ids are made of few: of those first by rank and name, and of all that equal the last. */
export function hitsOf(
  read: Reader,
  found: RawBuilder<unknown>,
  { first, beyond }: AskedHits,
): Promise<readonly FoundRow[]> {
  return read.rows(sql<FoundRow>`
    select f.key, f.typename, f.rank, f.label, f.sort_key as "sortKey" from (
      select f.* from (${found}) f where ${beyond}
      order by f.rank, f.sort_key collate "C" fetch first ${sql.lit(first)} rows with ties
    ) f order by f.rank, f.sort_key collate "C", ${ID} limit ${first}`);
}

/** Counts all matches. */
export async function countOf(read: Reader, found: RawBuilder<unknown>): Promise<number> {
  const [row] = await read.rows(sql<{ total: string }>`select count(*) as total from (${found}) f`);
  return Number(row?.total);
}

/** Condition for what comes after the hit at a place, its JSON. @throws HubError INVALID_CURSOR */
export function beyondSql(after: Maybe<string>): RawBuilder<unknown> {
  if (!isGiven(after)) return sql`true`;
  const position = AFTER.safeParse(jsonOf(after)).data;
  if (!position) throw invalidCursor();
  const [rank, sortKey, id] = position;
  const place = sql`(f.rank, f.sort_key collate "C")`;
  const last = sql`(${rank}::int, ${sortKey})`;
  return sql`${place} >= ${last} and (${place} > ${last} or ${ID} > ${id})`;
}
