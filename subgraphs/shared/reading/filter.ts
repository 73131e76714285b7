import { searchKey } from '../fold.js';
import { refOfId } from '../database/columns.js';
import { columnOf } from './rows.js';
import type { EntityMetadata } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';

/** One condition on the rows of a list. Plain data, so that equal lists of one request are read together. */
export type Filter =
  | { readonly heldOn: string }
  | { readonly property: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly property: string; readonly contains: string }
  | { readonly property: string; readonly datedFrom?: string; readonly datedTo?: string }
  | { readonly words: string };

/** Valid on that day; nothing when no day is asked. */
export function heldOnDay(day: string | undefined): readonly Filter[] {
  return day ? [{ heldOn: day }] : [];
}

/** The property has the value, or one of the values; nothing when none is asked. */
export function has(
  property: string,
  value: string | number | boolean | readonly string[] | undefined | null,
): readonly Filter[] {
  if (value === undefined || value === null) return [];
  return [{ property, in: Array.isArray(value) ? value : [value] }];
}

/** The reference property points at the record with this id. @throws HubError INVALID_ID */
export function pointsAt(property: string, id: string | undefined | null): readonly Filter[] {
  return id ? [{ property, in: [refOfId(id)] }] : [];
}

/** The list of references holds the record with this id. @throws HubError INVALID_ID */
export function lists(property: string, id: string | undefined | null): readonly Filter[] {
  return id ? [{ property, contains: refOfId(id) }] : [];
}

/** The partial date lies within the days given, both included. */
export function datedWithin(
  property: string,
  from: string | undefined | null,
  to: string | undefined | null,
): readonly Filter[] {
  return from || to ? [{ property, ...(from && { datedFrom: from }), ...(to && { datedTo: to }) }] : [];
}

/** Every word of the text begins a word of the record's names. */
export function named(words: string | undefined | null): readonly Filter[] {
  return words && searchKey(words) ? [{ words: searchKey(words) }] : [];
}

/** SQL of all conditions on the table aliased `t`; only public rows are ever read. */
export function conditionSql(meta: EntityMetadata, filters: readonly Filter[]): RawBuilder<boolean> {
  const parts = filters.map((filter) => filterSql(meta, filter));
  return sql<boolean>`${sql.join([sql`t.classification = 'PUBLIC'`, ...parts], sql` and `)}`;
}

/** Full-text query in which every word may be the beginning of a longer one. */
export function prefixQuery(folded: string): string {
  return folded
    .split(' ')
    .map((word) => `${word}:*`)
    .join(' & ');
}

function filterSql(meta: EntityMetadata, filter: Filter): RawBuilder<unknown> {
  if ('heldOn' in filter)
    return sql`(t.valid_from is null or t.valid_from <= ${filter.heldOn}::date) and (t.valid_to is null or t.valid_to > ${filter.heldOn}::date)`;
  if ('words' in filter)
    return sql`to_tsvector('simple', t.search_key) @@ to_tsquery('simple', ${prefixQuery(filter.words)})`;
  const column = sql.ref(`t.${columnOf(meta, filter.property)}`);
  if ('in' in filter) return sql`${column}::text = any(${filter.in.map(String)}::text[])`;
  if ('contains' in filter) return sql`${column} @> array[${filter.contains}]::text[]`;
  return sql`${column}->>'value' between ${filter.datedFrom ?? '0001-01-01'} and ${filter.datedTo ?? '9999-12-31'}`;
}
