import { beginSql, mayDivide, ofEach, readMatch, spacedSql, type Named, type Sought } from './names.js';
import { sql, type RawBuilder } from 'kysely';

/** Blocks of a table that are looked at to tell how common words are. Unit: blocks of 8 KiB, of about twelve names each. */
const SAMPLE = 32;

/** Words that this part of the names have are common: reading names in the order of the hits finds a page of them soonest. */
const COMMON = 0.01;

/** The same of lists. Their order puts names with the same words together, so all others may be read before the first. */
const COMMON_IN_LISTS = 0.1;

/**
 * Words that stand in so many times as many names as the rarest of the words asked are not gathered from the index: the
 * names of the rarest are looked at instead, which are so few.
 */
const MORE_THAN_RAREST = 16;

/**
 * Among which names words may be common: main names, names of records that have several, names of any kind, the same as
 * lists show them.
 */
export type Among = 'main' | 'others' | 'anywhere' | 'listed';

/** Where words are looked for. */
interface Looked extends Sought {
  readonly tables: readonly Named[];
}

/**
 * SQL of how common what is sought is in each table, as {@link isOften} and {@link foundMatch} read it. It decides how rows
 * are found, never which. The server's own estimate is no help, since it takes words that belong together for independent.
 */
export function oftenSql({ tables, words }: Looked): RawBuilder<unknown> {
  return ofEach(tables, (table) => toldSql(table, words));
}

/** SQL of whether what is sought is common in a table, where `often` stands for {@link oftenSql}. */
export function isOften(table: Named, among: Among): RawBuilder<boolean> {
  return ofTable(table, among);
}

/**
 * SQL of whether each word asked begins a word of the name, said so that an index of words is asked for the rare ones
 * alone, where `often` stands for {@link oftenSql}: for each word the index gathers all names that have it.
 */
export function foundMatch(table: Named, name: RawBuilder<unknown>, sought: Sought): RawBuilder<boolean> {
  const hasRare = sql`to_tsvector('simple', ${name}) @@ ${ofTable(table, 'rare')}`;
  return sql<boolean>`${hasRare} and (${ofTable(table, 'all_rare')} or ${readMatch(name, sought, sql`true`)})`;
}

function ofTable({ type }: Named, column: string): RawBuilder<boolean> {
  return sql<boolean>`(select often.${sql.ref(column)} from often where often.typename = ${type})`;
}

function toldSql({ type, table }: Named, words: string): RawBuilder<unknown> {
  const asked = [...new Set(words.split(' '))];
  return sql`
    select ${type}::text as typename, told.main, told.anywhere, told.others, told.listed, rarest.*
    from (${sharesSql(table, asked)}) told cross join lateral (${rarestSql(asked)}) rarest`;
}

/** SQL of which part of the names in a sample have all words, and how many of them have each. */
function sharesSql(table: string, words: readonly string[]): RawBuilder<unknown> {
  const [main, anywhere] = [beginSql(sql`n.main`, words), beginSql(sql`n.names`, words)];
  const each = words.map((word) => sql`count(*) filter (where ${beginSql(sql`n.names`, [word])})`);
  return sql`
    select ${share(main, COMMON)} as main, ${share(anywhere, COMMON)} as anywhere,
      ${share(sql`${anywhere} and not ${main}`, COMMON, sql`n.has_others`)} as others,
      ${share(anywhere, COMMON_IN_LISTS)} as listed, array[${sql.join(each)}] as hits
    from (${sampleSql(table)}) n`;
}

function sampleSql(table: string): RawBuilder<unknown> {
  return sql`
    select ${spacedSql(sql`split_part(t.search_key, E'\\n', 1)`)} as main, ${spacedSql(sql`t.search_key`)} as names,
      position(E'\\n' in t.search_key) > 0 as has_others
    from ${sql.table(table)} t tablesample system (${percent(table)}) repeatable (1)
    where t.classification = 'PUBLIC' offset 0`;
}

/** SQL of the query for the rare words, and whether those are all. Of words that may be several nothing is told. */
function rarestSql(words: readonly string[]): RawBuilder<unknown> {
  return sql`
    select to_tsquery('simple', string_agg(each.word || ':*', ' & ')) as rare, count(*) = ${sql.lit(words.length)} as all_rare
    from unnest(${words}::text[], told.hits) each(word, hits)
    where ${sql.lit(mayDivide(words.join(' ')))}
      or each.hits <= ${sql.lit(MORE_THAN_RAREST)} * (select min(hits) + 1 from unnest(told.hits) hits)`;
}

/** What is not in the sample at all is soon read from end to end. */
function share(
  found: RawBuilder<unknown>,
  least: number,
  of: RawBuilder<unknown> = sql`true`,
): RawBuilder<boolean> {
  return sql<boolean>`count(*) filter (where ${of} and ${found}) >= ${sql.lit(least)} * count(*) filter (where ${of})`;
}

function percent(table: string): RawBuilder<number> {
  return sql<number>`least(100, 100.0 * ${sql.lit(SAMPLE)} * 8192 / greatest(pg_relation_size(${table}), 1))`;
}
