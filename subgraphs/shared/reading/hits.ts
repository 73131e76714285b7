import { beyondSql, idSql, SORT_KEY, type HitPlace } from './hit-place.js';
import {
  foundSql,
  indexedMatch,
  isWhole,
  labelSql,
  namesSql,
  ofEach,
  readMatch,
  type Searchable,
  type Searched,
} from './names.js';
import { foundMatch, isOften, oftenSql, type Among } from './often.js';
import type { Reader } from './reader.js';
import { sql, type RawBuilder } from 'kysely';

/** A row of a covered table that matches. */
export interface FoundRow {
  readonly key: string;
  readonly typename: string;
  /** A smaller one matches better. */
  readonly rank: number;
  readonly label: string;
  readonly sortKey: string;
}

/** Which matches are asked for. */
export interface AskedHits extends Searched {
  /** Unit: hits. */
  readonly first: number;
  /** Only what comes after this place. */
  readonly after: HitPlace | null;
}

/** Ranks within one grade; names have fewer words. */
export const GRADE_STEP = 1_000;

/** Where in its grade stands what matches by another name than the main one: last. */
const BY_OTHER_NAME = GRADE_STEP - 1;
/** First rank of what matches by a part of a name. */
const BY_PART = 3 * GRADE_STEP;

const MAIN_NAME = sql`n.main_name`;
const ALL_NAMES = sql`n.search_key`;

/**
 * The first matches beyond a place, by rank, name and id. The rank is first the grade (main name, another name, the same
 * once folded, a part), then the words of the main name, since what is asked for is more of a short one; last what
 * matches by another name.
 *
 * Each of three parts, which follow each other, is cut off at the page: whole names, of which an index holds all; parts of
 * main names; and parts of other names, asked for only when the page is not full by then. Parts of names are found in
 * the order of the hits where they are common, so that reading stops with the page, and else by an index of words.
 */
export function hitsOf(read: Reader, asked: AskedHits): Promise<readonly FoundRow[]> {
  const { tables, first } = asked;
  return read.rows(sql<FoundRow>`
    with often as materialized (${oftenSql(asked)}),
    whole as (${ofEach(tables, (table) => wholeSql(table, asked))}),
    main as (${ofEach(tables, (table) => mainSql(table, asked))}),
    page as materialized (select count(*) < ${first} as has_room from (table whole union all table main) f),
    others as (${ofEach(tables, (table) => othersSql(table, asked))})
    select f.key, f.typename, f.rank, ${labelSql(asked)} as label, f.sort_key as "sortKey"
    from (table whole union all table main union all table others) f
    order by f.rank, f.sort_key collate "C", ${idSql(sql`f.typename`, sql`f.key`)} limit ${first}`);
}

function wholeSql(table: Searchable, asked: AskedHits): RawBuilder<unknown> {
  const { exact } = asked;
  const place = sql`(case when n.exact_keys[1] = ${exact} then 0 when ${exact} = any(n.exact_keys) then 1 else 2 end
    * ${sql.lit(GRADE_STEP)} + case when ${indexedMatch(MAIN_NAME, asked)} then n.length else ${sql.lit(BY_OTHER_NAME)} end)`;
  const from = foundSql(table, isWhole(asked));
  return firstOf({ table, from, where: indexedMatch(ALL_NAMES, asked), base: 0, place }, asked);
}

function mainSql(table: Searchable, asked: AskedHits): RawBuilder<unknown> {
  const only = sql<boolean>`not ${isWhole(asked)}`;
  return eitherWay(
    { table, name: MAIN_NAME, among: 'main', of: sql`true`, only, base: BY_PART, place: sql`n.length` },
    asked,
  );
}

function othersSql(table: Searchable, asked: AskedHits): RawBuilder<unknown> {
  const of = sql<boolean>`n.has_others and (select has_room from page)`;
  const only = sql<boolean>`not ${isWhole(asked)} and not ${indexedMatch(MAIN_NAME, asked)}`;
  return eitherWay(
    { table, name: ALL_NAMES, among: 'others', of, only, base: BY_PART, place: BY_OTHER_NAME },
    asked,
  );
}

/** Some matches of a table, from where they are read to where they stand. */
interface Part {
  readonly table: Searchable;
  /** SQL of the names, called n. */
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<boolean>;
  /** The first rank of the part, and SQL of what its ranks add to that; always the same when it is a number. */
  readonly base: number;
  readonly place: RawBuilder<unknown> | number;
}

/** Matches that are found in one of two ways. */
interface PartOfNames extends Omit<Part, 'from' | 'where'> {
  /** SQL of the names that are looked into. */
  readonly name: RawBuilder<unknown>;
  readonly among: Among;
  /** SQL of which records are meant, and of which matches. */
  readonly of: RawBuilder<boolean>;
  readonly only: RawBuilder<boolean>;
}

/** SQL that reads common ones in their order, and finds others by an index of words; the way not taken is never begun. */
function eitherWay({ name, among, of, only, ...part }: PartOfNames, asked: AskedHits): RawBuilder<unknown> {
  const isCommon = isOften(part.table, among);
  const read: Part = {
    ...part,
    from: namesSql(part.table),
    where: sql`${of} and ${readMatch(name, asked, only)} and ${isCommon}`,
  };
  const found: Part = {
    ...part,
    from: foundSql(part.table, foundMatch(part.table, name, asked)),
    where: sql`${of} and ${only} and not ${isCommon}`,
  };
  return sql`${firstOf(read, asked)} union all ${firstOf(found, asked)}`;
}

/** SQL of the first rows of a part. Ids are made of few: of those that equal the last. */
function firstOf(
  { table, from, where, base, place }: Part,
  { first, after }: AskedHits,
): RawBuilder<unknown> {
  const isSame = typeof place === 'number';
  const rank = isSame ? sql.lit(base + place) : sql`${sql.lit(base)} + ${place}`;
  const order = isSame ? SORT_KEY : sql`${place}, ${SORT_KEY}`;
  return sql`(
    select ${table.type}::text as typename, n.key, n.sort_key, ${rank} as rank
    from ${from} where ${where} and ${after ? beyondSql({ type: table.type, base, place }, after) : sql`true`}
    order by ${order} fetch first ${sql.lit(first)} rows with ties)`;
}

/** How many match; of common ones no more than one beyond `most` are counted. Unit: hits. */
export async function countOf(read: Reader, searched: Searched, most: number): Promise<number> {
  const counted = ofEach(searched.tables, (table) => countedSql(table, { ...searched, most }));
  const [row] = await read.rows(sql<{ total: number }>`
    with often as materialized (${oftenSql(searched)})
    select count(*)::int as total from (${counted}) f`);
  return Math.min(row?.total ?? 0, most + 1);
}

/** Common ones are read in the order of the hits, too, since the index of that order has the names. */
function countedSql(
  table: Searchable,
  { most, ...searched }: Searched & { readonly most: number },
): RawBuilder<unknown> {
  const isCommon = isOften(table, 'anywhere');
  return sql`
    (select from ${namesSql(table)} where ${readMatch(ALL_NAMES, searched, sql`true`)} and ${isCommon}
      order by n.length, ${SORT_KEY} limit ${most + 1})
    union all
    (select from ${foundSql(table, foundMatch(table, ALL_NAMES, searched))} where not ${isCommon})`;
}
