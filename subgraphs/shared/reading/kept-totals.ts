import { AS_PUBLIC, type Access } from './access.js';
import type { Filter } from './filter.js';
import type { Listing } from './listing.js';
import { columnOf, type RecordClass } from './rows.js';
import type { EntityMetadata } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';

const FACETS = new WeakMap<RecordClass, readonly string[]>();

/**
 * Says that the database keeps how many public records there are, apart by these properties, of which each has few
 * values. A migration makes it so; see `database/kept-totals.ts`.
 */
export function TotalsKept(...facets: readonly string[]): ClassDecorator {
  return (type) => void FACETS.set(type as unknown as RecordClass, facets);
}

/** The properties by which totals of the class are kept apart; none when its totals are not kept. */
export function facetsOf(type: RecordClass): readonly string[] | undefined {
  return FACETS.get(type);
}

/**
 * SQL that tells how long the list is from the totals that are kept; `null` where these do not say: lists of one parent, of
 * another day's knowledge, left by other conditions, or of somebody who may read more than the public.
 */
export function keptTotalSql(
  meta: EntityMetadata,
  { by, filters, asKnownOn }: Listing,
  access: Access,
): RawBuilder<{ parent: string; total: string }> | null {
  const facets = facetsOf(meta.class as RecordClass);
  if (!facets || by || asKnownOn || access !== AS_PUBLIC) return null;
  const conditions = filters.map((filter) => facetSql(meta, facets, filter));
  if (!conditions.every((condition) => condition !== null)) return null;
  const all = [sql`k.list = ${meta.tableName}`, ...conditions];
  return sql`select '' as parent, coalesce(sum(k.change), 0) as total from kept_total k where ${sql.join(all, sql` and `)}`;
}

function facetSql(
  meta: EntityMetadata,
  facets: readonly string[],
  filter: Filter,
): RawBuilder<unknown> | null {
  if (!('in' in filter) || !facets.includes(filter.property)) return null;
  return sql`k.facets ->> ${columnOf(meta, filter.property)} = any(${filter.in.map(String)}::text[])`;
}
