import { AS_PUBLIC } from './access.js';
import type { DatedFilter, Filter, UnlinkedFilter } from './filter.js';
import { columnOf, propertyOf } from './rows.js';
import type { EntityMetadata } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';

/** SQL of all conditions on the table aliased `t`, that the caller may read it among them. */
export function conditionSql(
  meta: EntityMetadata,
  filters: readonly Filter[],
  readable: RawBuilder<boolean> = AS_PUBLIC.readable,
): RawBuilder<boolean> {
  const parts = filters.map((filter) => filterSql(meta, filter));
  return sql<boolean>`${sql.join([readable, ...parts], sql` and `)}`;
}

/** Full-text query in which every word may be the beginning of a longer one. */
export function prefixQuery(folded: string): string {
  return [...new Set(folded.split(' '))].map((word) => `${word}:*`).join(' & ');
}

/** SQL of the type of a property's column, as the database names it. */
function typeSql(meta: EntityMetadata, property: string): RawBuilder<unknown> {
  return sql.raw(propertyOf(meta, property).columnTypes[0] ?? 'text');
}

function filterSql(meta: EntityMetadata, filter: Filter): RawBuilder<unknown> {
  if ('heldOn' in filter) return heldSql('t', filter.heldOn);
  if ('unlinked' in filter) return unlinkedSql(filter.unlinked);
  if ('words' in filter) return wordsSql(filter.words);
  const column = sql.ref(`t.${columnOf(meta, filter.property)}`);
  if ('in' in filter)
    return sql`${column} = any(${filter.in.map(String)}::${typeSql(meta, filter.property)}[])`;
  if ('contains' in filter) return sql`${column} @> array[${filter.contains}]::text[]`;
  return datedSql(column, filter);
}

function heldSql(alias: string, day: string): RawBuilder<unknown> {
  const [from, to] = [sql.ref(`${alias}.valid_from`), sql.ref(`${alias}.valid_to`)];
  return sql`(${from} is null or ${from} <= ${day}::date) and (${to} is null or ${to} > ${day}::date)`;
}

function unlinkedSql({ table, from, to, others, having, heldOn }: UnlinkedFilter['unlinked']) {
  const values = Object.entries(having).map(([column, value]) => sql`other.${sql.ref(column)} = ${value}`);
  return sql`not exists (
    select from ${sql.table(table)} link join ${sql.table(others)} other on other.key = link.${sql.ref(to)}
    where link.${sql.ref(from)} = t.key and ${heldSql('link', heldOn)} and ${sql.join(values, sql` and `)})`;
}

function wordsSql(words: string): RawBuilder<unknown> {
  if (words === '') return sql`false`;
  return sql`to_tsvector('simple', t.search_key) @@ to_tsquery('simple', ${prefixQuery(words)})`;
}

/** Of a month or a year the last day is only compared, so the 31st stands for it. */
function datedSql(column: RawBuilder<unknown>, { datedFrom, datedTo, orUndated }: DatedFilter) {
  const [from, to] = [datedFrom ?? '0001-01-01', datedTo ?? '9999-12-31'];
  const first = sql`(${column}->>'value') collate "C"`;
  const last = sql`(case ${column}->>'precision'
    when 'YEAR' then left(${column}->>'value', 4) || '-12-31'
    when 'MONTH' then left(${column}->>'value', 7) || '-31'
    else ${column}->>'value' end) collate "C"`;
  const within = sql`${last} >= ${from} and ${first} <= ${to}`;
  return orUndated
    ? sql`(${column} is null or ${within})`
    : sql`(${within} and ${inOrderSql(column, from, to)})`;
}

/** What follows of a date within the days, said as lists by date are sorted, so that their index can serve. */
function inOrderSql(column: RawBuilder<unknown>, from: string, to: string): RawBuilder<unknown> {
  return sql`${datedOrderSql(column)} collate "C" between ${`${from.slice(0, 4)}-01-01`} and ${to}`;
}

/** What a column of partial dates is sorted by, before its collation. */
export function datedOrderSql(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return presentSql(column, sql`${column}->>'value'`, sql`''`);
}

/**
 * The value of a column, or another one where it is empty. `coalesce` would say the same, but PostgreSQL takes that for
 * something that might tell of hidden rows, and asks no index before row-level security.
 */
export function presentSql(
  column: RawBuilder<unknown>,
  value: RawBuilder<unknown>,
  absent: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(case when ${column} is null then ${absent} else ${value} end)`;
}
