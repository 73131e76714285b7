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

/** Every match with its rank: first the grade (main name, another name, the same once folded, a part), then the words of the main name, since what is asked for is more of a short one; last what matches by another name. Of who has one name only, it is the main one that matches. */
export function foundSql(tables: readonly Searchable[], asked: string, words: string): RawBuilder<unknown> {
  const exact = exactKey(asked);
  const query = prefixQuery(words);
  const parts = tables.map(
    ({ type, table, label }) => sql`
      select t.key, ${type}::text as typename, t.sort_key, t.${sql.raw(label)} as label,
        case when t.exact_keys[1] = ${exact} then 0 when ${exact} = any(t.exact_keys) then 1
          when position(E'\n' || ${words} || E'\n' in E'\n' || t.search_key || E'\n') > 0 then 2 else 3 end * ${GRADE_STEP}::int
          + case when position(E'\\n' in t.search_key) = 0 or to_tsvector('simple', split_part(t.search_key, E'\\n', 1)) @@ to_tsquery('simple', ${query})
            then least(cardinality(string_to_array(split_part(t.search_key, E'\\n', 1), ' ')), ${GRADE_STEP - 2}) else ${GRADE_STEP - 1}::int end as rank
      from ${sql.table(table)} t
      where t.classification = 'PUBLIC' and to_tsvector('simple', t.search_key) @@ to_tsquery('simple', ${query})`,
  );
  return sql.join(parts, sql` union all `);
}

/** The first matches beyond a place. */
export function hitsOf(
  read: Reader,
  found: RawBuilder<unknown>,
  { first, beyond }: AskedHits,
): Promise<readonly FoundRow[]> {
  return read.rows(sql<FoundRow>`
    select f.key, f.typename, f.rank, f.label, f.sort_key as "sortKey"
    from (select g.*, g.sort_key collate "C" as place, translate(encode(convert_to(g.typename || ':' || g.key, 'UTF8'), 'base64'), E'+/=\n', '-_') as id from (${found}) g) f
    where ${beyond}
    order by f.rank, f.place, f.id collate "C" limit ${first}`);
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
  return sql`(f.rank, f.place, f.id collate "C") > (${rank}::int, ${sortKey}, ${id})`;
}
