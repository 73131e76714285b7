import { RefListColumn } from '../database/columns.js';
import type { Listing, Through } from './listing.js';
import { columnOf, propertyOf } from './rows.js';
import type { EntityMetadata } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';

/** SQL of whether a row belongs to the parent p. */
export function parentSql(meta: EntityMetadata, { by }: Listing): RawBuilder<unknown> {
  if (!by) return sql`true`;
  const links = [by]
    .flat()
    .map((link) => (typeof link === 'object' ? throughSql(link) : linkSql(meta, link)));
  return sql`(${sql.join(links, sql` or `)})`;
}

function linkSql(meta: EntityMetadata, property: string): RawBuilder<unknown> {
  const column = sql.ref(`t.${columnOf(meta, property)}`);
  if (isList(meta, property)) return sql`${column} && string_to_array(p.parent, ' ')`;
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

/** Whether rows list their parents. */
export function isListed(meta: EntityMetadata, { by = [] }: Listing): boolean {
  const links = [by].flat();
  return links.some((link) => typeof link === 'string' && isList(meta, link));
}

function isList(meta: EntityMetadata, property: string): boolean {
  return propertyOf(meta, property).customType instanceof RefListColumn;
}
