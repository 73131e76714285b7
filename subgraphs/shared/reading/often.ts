import { ofEach, seemsMatch, type Searchable, type Searched, type Sought } from './names.js';
import { sql, type RawBuilder } from 'kysely';

/** Blocks of a table that are looked at to tell how common words are. Unit: blocks of 8 KiB, of about twelve names each. */
const SAMPLE = 32;

/** Words that this part of the names have are common: reading names in their order finds a page of them soonest. */
const COMMON = 0.01;

/** Among which names words may be common: main names, names of records that have several, names of any kind. */
export type Among = 'main' | 'others' | 'anywhere';

/**
 * SQL of whether what is sought is common in each table, as {@link isOften} reads it. It decides how rows are found, never
 * which. The server's own estimate is no help, since it takes words that belong together for independent.
 */
export function oftenSql({ tables, ...sought }: Searched): RawBuilder<unknown> {
  return ofEach(tables, (table) => sampleSql(table, sought));
}

/** SQL of whether what is sought is common in a table, where `often` stands for {@link oftenSql}. */
export function isOften({ type }: Searchable, among: Among): RawBuilder<boolean> {
  return sql<boolean>`(select often.${sql.ref(among)} from often where often.typename = ${type})`;
}

function sampleSql({ type, table }: Searchable, sought: Sought): RawBuilder<unknown> {
  const words = sought.words.split(' ');
  const main = seemsMatch(sql`split_part(t.search_key, E'\\n', 1)`, words);
  const anywhere = seemsMatch(sql`t.search_key`, words);
  const hasOthers = sql`position(E'\\n' in t.search_key) > 0`;
  return sql`
    select ${type}::text as typename, ${share(main)} as main, ${share(anywhere)} as anywhere,
      ${share(sql`${anywhere} and not ${main}`, hasOthers)} as others
    from ${sql.table(table)} t tablesample system (${percent(table)}) repeatable (1)
    where t.classification = 'PUBLIC'`;
}

/** What is not in the sample at all is soon read from end to end. */
function share(found: RawBuilder<unknown>, of: RawBuilder<unknown> = sql`true`): RawBuilder<boolean> {
  return sql<boolean>`count(*) filter (where ${of} and ${found}) >= ${sql.lit(COMMON)} * count(*) filter (where ${of})`;
}

function percent(table: string): RawBuilder<number> {
  return sql<number>`least(100, 100.0 * ${sql.lit(SAMPLE)} * 8192 / greatest(pg_relation_size(${table}), 1))`;
}
