import { Direction, type Page } from '../page.js';
import { positionOf, type Order } from './cursor.js';
import { isListed, parentSql } from './parents.js';
import { isDay } from '../values/local-date.js';
import { conditionSql, datedOrderSql, presentSql } from './condition.js';
import type { Filter } from './filter.js';
import { knownSql } from './known.js';
import { columnOf, propertyOf, type RawRow } from './rows.js';
import { foundWay, waysOf, withWords, type Way } from './worded.js';
import type { EntityMetadata } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';

/** A relation table of which the rows, each between two records and for a time, say what belongs to what. */
export interface Through {
  readonly table: string;
  /** Columns with the keys of the listed record and of its parent. */
  readonly child: string;
  readonly parent: string;
  /** Only what the relation held on this day. */
  readonly heldOn?: string | undefined;
  /** Only relations whose column `kind` has this value. */
  readonly kind?: string | undefined;
}

/** A list of records: of one parent or of all, which rows, in which order. */
export interface Listing {
  /** The property or relation by which rows belong to a parent, or several properties of which one suffices; without it the list has no parent. */
  readonly by?: string | readonly string[] | Through;
  readonly filters: readonly Filter[];
  readonly order: Order;
  /** Read the rows as they were recorded at the end of this day. */
  readonly asKnownOn?: string | null;
}

/** A raw row with the parent that asked for it and its sort value. */
export type ListedRow = RawRow & { readonly parent__: string; readonly position__: string };

/** SQL for one page of the list for each parent, one row more than the page to see whether others follow. */
export function pageSql(
  meta: EntityMetadata,
  listing: Listing,
  { page, parents, readable }: Asked & { readonly page: Page },
): RawBuilder<ListedRow> {
  const value = orderSql(meta, listing.order);
  const sorted = sql.raw((listing.order.direction === Direction.ASC) === page.backward ? 'desc' : 'asc');
  const ways = waysOf(meta, listing).map(
    (way) => sql`(
      select t.*, (${value})::text as position__
      from ${belongingSql(meta, listing, { way, readable })} and ${beyondSql(meta, listing.order, page)}
      order by ${value} ${sorted}, t.key ${sorted}
      limit ${page.count + 1})`,
  );
  return sql<ListedRow>`${withSql(meta, listing)}
    select rows.*, p.parent as parent__
    from unnest(${parents}::text[]) with ordinality as p(parent, nth)
    cross join lateral (${sql.join(ways, sql` union all `)}) rows
    order by p.nth, rows.position__ ${sql.raw(OUTER[sortOf(meta, listing.order)])} ${sorted}, rows.key ${sorted}`;
}

/** SQL that counts the whole list for each parent. */
export function countSql(
  meta: EntityMetadata,
  listing: Listing,
  { parents, readable }: Asked,
): RawBuilder<{ parent: string; total: string }> {
  const way = foundWay(meta, listing);
  return sql`${withSql(meta, listing)}
    select p.parent, (select count(*) from ${belongingSql(meta, listing, { way, readable })}) as total
    from unnest(${parents}::text[]) as p(parent)`;
}

/** SQL of all rows of the list, for statements that compute over them. */
export function listedSql(
  meta: EntityMetadata,
  listing: Pick<Listing, 'filters' | 'asKnownOn'>,
  readable?: RawBuilder<boolean>,
): RawBuilder<unknown> {
  const rows = listing.asKnownOn ? knownSql(meta, listing.asKnownOn) : sql.table(meta.tableName);
  return sql`(select t.* from ${rows} t where ${conditionSql(meta, listing.filters, readable)})`;
}

/** What is found out once for the whole statement, however many parents ask: the history, or how common words are. */
function withSql(meta: EntityMetadata, listing: Listing): RawBuilder<unknown> {
  if (listing.asKnownOn) return sql`with known as materialized ${knownSql(meta, listing.asKnownOn)}`;
  return withWords(meta, listing);
}

function rowsSql(meta: EntityMetadata, { asKnownOn }: Listing): RawBuilder<unknown> {
  return asKnownOn ? sql.table('known') : sql.table(meta.tableName);
}

/**
 * SQL of the rows of a parent that are found in one way, to which conditions may be added. Those that list their parents,
 * or have words, are found first and sorted then: PostgreSQL cannot tell beforehand how few they are, and would walk
 * through all rows in their order to meet them.
 */
function belongingSql(
  meta: EntityMetadata,
  listing: Listing,
  { way, readable }: Pick<Asked, 'readable'> & { readonly way: Way },
): RawBuilder<unknown> {
  const rows = sql`${rowsSql(meta, listing)} t where ${parentSql(meta, listing)}`;
  const conditions = sql`${conditionSql(meta, way.filters, readable)} and ${way.where}`;
  if (way.isSortedLast) return sql`(select t.* from ${rows} and ${conditions} offset 0) t where true`;
  return isListed(meta, listing)
    ? sql`(select t.* from ${rows} offset 0) t where ${conditions}`
    : sql`${rows} and ${conditions}`;
}

/** How the sort value is compared once it is text. */
const OUTER = {
  int: '::int',
  numeric: '::numeric',
  uuid: '::uuid',
  date: '::date',
  text: 'collate "C"',
} as const;

interface Asked {
  readonly parents: readonly string[];
  /** SQL of what the caller may read; what is public when not said. */
  readonly readable?: RawBuilder<boolean>;
}

function beyondSql(meta: EntityMetadata, order: Order, { cursor, backward }: Page): RawBuilder<unknown> {
  if (cursor === null) return sql`true`;
  const { value, key } = positionOf(order, cursor, FORMS[sortOf(meta, order)]);
  const from = sql`${value}::${sql.raw(sortOf(meta, order))}`;
  const sign = sql.raw((order.direction === Direction.ASC) === backward ? '<' : '>');
  return sql`(${orderSql(meta, order)}, t.key) ${sign} (${from}, ${key}::uuid)`;
}

/** What a row is sorted by, which an index can serve; nothing comes before everything else. */
function orderSql(meta: EntityMetadata, order: Order): RawBuilder<unknown> {
  const column = sql.ref(`t.${columnOf(meta, order.property)}`);
  const { nullable = false, columnTypes } = propertyOf(meta, order.property);
  const sort = sortOf(meta, order);
  if (sort === 'int' || sort === 'numeric') return nullable ? presentSql(column, column, sql`0`) : column;
  if (sort === 'uuid' || sort === 'date') return column;
  if (columnTypes[0] === 'jsonb') return sql`${datedOrderSql(column)} collate "C"`;
  if (columnTypes[0] === 'text' && !nullable) return sql`${column} collate "C"`;
  return sql`${presentSql(column, sql`${column}::text`, sql`''`)} collate "C"`;
}

/** As what a list compares its sort values, and how they are written in cursors. */
const FORMS = {
  int: { test: isInt },
  numeric: /^-?\d{1,30}(\.\d{1,30})?$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: { test: isDay },
  text: /^/,
} as const;

function sortOf(meta: EntityMetadata, { property }: Order): keyof typeof FORMS {
  const { columnTypes, nullable } = propertyOf(meta, property);
  const type = columnTypes[0] ?? '';
  if ((type === 'uuid' || type === 'date') && !nullable) return type;
  if (['int', 'integer'].includes(type)) return 'int';
  return ['bigint', 'numeric'].includes(type) ? 'numeric' : 'text';
}

/** Largest whole number that a column of type `int` holds. */
const LARGEST_INT = 2 ** 31 - 1;

function isInt(written: string): boolean {
  return /^-?\d{1,10}$/.test(written) && Math.abs(Number(written)) <= LARGEST_INT;
}
