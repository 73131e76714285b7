import { Direction, type Page } from '../page.js';
import { RefListColumn } from '../database/columns.js';
import { positionOf, type Order } from './cursor.js';
import { conditionSql, type Filter } from './filter.js';
import { columnOf, propertyOf, type RawRow } from './rows.js';
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
  { page, parents }: Asked,
): RawBuilder<ListedRow> {
  const value = orderSql(meta, listing.order);
  const way = sql.raw((listing.order.direction === Direction.ASC) === page.backward ? 'desc' : 'asc');
  return sql<ListedRow>`
    select rows.*, p.parent as parent__
    from unnest(${parents}::text[]) with ordinality as p(parent, nth)
    cross join lateral (
      select t.*, (${value})::text as position__
      from ${rowsSql(meta, listing)} t
      where ${parentSql(meta, listing)} and ${conditionSql(meta, listing.filters)} and ${beyondSql(listing.order, value, page)}
      order by ${value} ${way}, t.key ${way}
      limit ${page.count + 1}
    ) rows
    order by p.nth, rows.position__ ${sql.raw(isNumber(meta, listing.order) ? '::numeric' : 'collate "C"')} ${way}, rows.key ${way}`;
}

/** SQL that counts the whole list for each parent. */
export function countSql(
  meta: EntityMetadata,
  listing: Listing,
  parents: readonly string[],
): RawBuilder<{ parent: string; total: string }> {
  return sql`
    select p.parent, (
      select count(*) from ${rowsSql(meta, listing)} t
      where ${parentSql(meta, listing)} and ${conditionSql(meta, listing.filters)}
    ) as total
    from unnest(${parents}::text[]) as p(parent)`;
}

/** SQL of all rows of the list, for statements that compute over them. */
export function listedSql(
  meta: EntityMetadata,
  listing: Pick<Listing, 'filters' | 'asKnownOn'>,
): RawBuilder<unknown> {
  return sql`(select t.* from ${rowsSql(meta, listing)} t where ${conditionSql(meta, listing.filters)})`;
}

/** The table itself, or what the history knew of it at the end of a day in Vietnam. */
function rowsSql(meta: EntityMetadata, { asKnownOn }: Pick<Listing, 'asKnownOn'>): RawBuilder<unknown> {
  const table = sql.table(meta.tableName);
  if (!asKnownOn) return table;
  return sql`(
    select (jsonb_populate_record(null::${table}, known.content)).*
    from (
      select distinct on (v.key) v.content from record_version v
      where v.type = ${meta.tableName}
        and v.recorded_at < (${asKnownOn}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      order by v.key, v.version desc
    ) known
  )`;
}

interface Asked {
  readonly page: Page;
  readonly parents: readonly string[];
}

function parentSql(meta: EntityMetadata, { by }: Listing): RawBuilder<unknown> {
  if (!by) return sql`true`;
  const links = [by]
    .flat()
    .map((link) => (typeof link === 'object' ? throughSql(link) : linkSql(meta, link)));
  return sql`(${sql.join(links, sql` or `)})`;
}

function linkSql(meta: EntityMetadata, property: string): RawBuilder<unknown> {
  const column = sql.ref(`t.${columnOf(meta, property)}`);
  if (propertyOf(meta, property).customType instanceof RefListColumn)
    return sql`${column} && string_to_array(p.parent, ' ')`;
  return propertyOf(meta, property).columnTypes[0] === 'uuid'
    ? sql`${column} = p.parent::uuid`
    : sql`${column} = p.parent`;
}

function throughSql({ table, child, parent, heldOn, kind }: Through): RawBuilder<unknown> {
  const held = heldOn
    ? sql`(r.valid_from is null or r.valid_from <= ${heldOn}::date) and (r.valid_to is null or r.valid_to > ${heldOn}::date)`
    : sql`true`;
  return sql`exists (
    select 1 from ${sql.table(table)} r
    where ${sql.ref(`r.${child}`)} = t.key and ${sql.ref(`r.${parent}`)} = p.parent::uuid
      and r.classification = 'PUBLIC' and ${held} and ${kind ? sql`r.kind = ${kind}` : sql`true`}
  )`;
}

function beyondSql(
  order: Order,
  value: RawBuilder<unknown>,
  { cursor, backward }: Page,
): RawBuilder<unknown> {
  if (cursor === null) return sql`true`;
  const { value: from, key } = positionOf(order, cursor);
  const sign = sql.raw((order.direction === Direction.ASC) === backward ? '<' : '>');
  return sql`(${value}, t.key) ${sign} (${from}, ${key}::uuid)`;
}

function orderSql(meta: EntityMetadata, order: Order): RawBuilder<unknown> {
  const column = sql.ref(`t.${columnOf(meta, order.property)}`);
  if (isNumber(meta, order)) return sql`coalesce(${column}, 0)`;
  const type = propertyOf(meta, order.property).columnTypes[0];
  return type === 'jsonb'
    ? sql`coalesce(${column}->>'value', '') collate "C"`
    : sql`coalesce(${column}::text, '') collate "C"`;
}

function isNumber(meta: EntityMetadata, { property }: Order): boolean {
  return ['int', 'integer', 'bigint', 'numeric'].includes(propertyOf(meta, property).columnTypes[0] ?? '');
}
