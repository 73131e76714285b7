import type { SearchKind } from '../search-vocabulary.js';
import { prefixQuery } from './condition.js';
import { sql, type RawBuilder } from 'kysely';

/** A table of records with names. */
export interface Named {
  readonly type: string;
  readonly table: string;
}

/** A table that the search covers, with the view that its migration made; see `search-migration.ts`. */
export interface Searchable extends Named {
  readonly kind: SearchKind;
  /** SQL column shown as the label. */
  readonly label: string;
}

/** What is looked for. */
export interface Sought {
  /** The text folded. */
  readonly words: string;
}

/** What is looked for, and where. */
export interface Searched extends Sought {
  /** The text as names are compared but for case and the place of tone marks. */
  readonly exact: string;
  readonly tables: readonly Searchable[];
}

/** SQL of the same statement for each table, one after the other. */
export function ofEach<Table extends Named>(
  tables: readonly Table[],
  rows: (table: Table) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql.join(tables.map(rows), sql` union all `);
}

/** SQL of the public names of a table, called n. */
export function namesSql({ table }: Searchable): RawBuilder<unknown> {
  return sql`${sql.table(`${table}_names`)} n`;
}

/** SQL of whether each word asked begins a word of the name, said so that an index of words is asked. */
export function indexedMatch(name: RawBuilder<unknown>, { words }: Sought): RawBuilder<boolean> {
  return sql<boolean>`to_tsvector('simple', ${name}) @@ to_tsquery('simple', ${prefixQuery(words)})`;
}

/**
 * SQL of the same, and of a further condition on what matches, said so that no index of words is asked: for names that are
 * read in another order anyway. Taking a name apart costs more than all else, so it is done only where the name seems to
 * match, or PostgreSQL might take it apart at other places than spaces.
 */
export function readMatch(
  name: RawBuilder<unknown>,
  sought: Sought,
  where: RawBuilder<boolean>,
): RawBuilder<boolean> {
  const words = sought.words.split(' ').filter((word) => !mayDivide(word));
  const parts = words.map((word) => `%${word}%`);
  const holdsAll = sql`${name} like all (${parts}::text[])`;
  const might = sql`${holdsAll} and (${seemsMatch(name, words)} or ${isDivisible(name)})`;
  return sql<boolean>`case when ${might} then ${indexedMatch(name, sought)} and ${where} else false end`;
}

/** What PostgreSQL may take apart: `2e5x` is two words to it. */
const DIVISIBLE = /[^a-z0-9]|\de\d/;

/** Whether PostgreSQL may take a word, or several, apart. */
export function mayDivide(words: string): boolean {
  return words.split(' ').some((word) => DIVISIBLE.test(word));
}

/** SQL of the same for names, in which ASCII has letters, digits and spaces only. */
function isDivisible(name: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(octet_length(${name}) <> char_length(${name}) or ${name} ~ '[0-9]e[0-9]')`;
}

/** SQL of whether a name seems to match the words: right of nearly all names, and cheap. */
export function seemsMatch(name: RawBuilder<unknown>, words: readonly string[]): RawBuilder<boolean> {
  return beginSql(spacedSql(name), words);
}

/** SQL of a name with a space before each of its words. */
export function spacedSql(name: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`' ' || replace(${name}, E'\\n', ' ')`;
}

/** SQL of whether each word seems to begin one in a name with such spaces. */
export function beginSql(spaced: RawBuilder<unknown>, words: readonly string[]): RawBuilder<boolean> {
  const beginnings = words.map((word) => `% ${word}%`);
  return sql<boolean>`${spaced} like all (${beginnings}::text[])`;
}

/** SQL of whether one of the names is what was asked, but for case and marks. */
export function isWhole({ words }: Sought): RawBuilder<boolean> {
  return sql<boolean>`n.whole_names @> array[${words}]::text[]`;
}

/** SQL of what to show of a found row, called f, of any of the tables. */
export function labelSql({ tables }: Searched): RawBuilder<unknown> {
  const labels = tables.map(
    (table) =>
      sql`when ${table.type} then (select n.${sql.ref(table.label)} from ${namesSql(table)} where n.key = f.key)`,
  );
  return sql`case f.typename ${sql.join(labels, sql` `)} end`;
}

/** SQL of the names of a table that an index finds, called n; whoever sorts them does so only then. */
export function foundSql(table: Searchable, indexed: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`(select * from ${namesSql(table)} where ${indexed} offset 0) n`;
}
