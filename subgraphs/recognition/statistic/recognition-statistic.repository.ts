import { Direction, type Page } from '../../shared/page.js';
import { positionOf, type Order } from '../../shared/reading/cursor.js';
import type { Reader } from '../../shared/reading/reader.js';
import type { Comparator } from '../../shared/values/quantity.js';
import type { RecognitionStatus } from '../batch/recognition-batch.enums.js';
import { sql, type RawBuilder } from 'kysely';

/** Newest year first, then by authority; the form breaks ties. */
export const BY_GROUP: Order = { property: 'group', direction: Direction.ASC };

/** Operands that a formula spells out. */
const FORMULA_LENGTH = 20;

/** Batches of one authority, form, year and state, as the database adds them up. */
export interface Group {
  readonly authorityRef: string;
  readonly formKey: string;
  readonly authorityOfficeVi: string;
  readonly authorityOfficeEn: string;
  readonly year: number | null;
  readonly status: RecognitionStatus;
  readonly position: string;
  readonly batches: string;
  readonly total: string | null;
  readonly isOpen: boolean;
  readonly comparators: readonly Comparator[];
  readonly operands: readonly string[];
}

/** SQL of all groups among these batches. */
export function groupsSql(batches: RawBuilder<unknown>): RawBuilder<unknown> {
  const value = sql`b.count ->> 'value'`;
  return sql`
    select b.authority as "authorityRef", b.form_key as "formKey", b.year, b.status,
      b.authority_office_vi as "authorityOfficeVi", min(b.authority_office_en) as "authorityOfficeEn",
      concat(lpad((9999 - coalesce(b.year, 0))::text, 4, '0'), b.authority, b.status, b.authority_office_vi)
        collate "C" as position,
      count(*) as batches, sum((${value})::numeric) as total, bool_or(${value} is null) as "isOpen",
      array_agg(distinct b.count ->> 'comparator') as comparators,
      (array_agg(${value} order by (${value})::numeric desc, b.key))[1:${sql.lit(FORMULA_LENGTH)}] as operands
    from ${batches} b
    group by b.authority, b.form_key, b.year, b.status, b.authority_office_vi`;
}

/** The groups of one page, and one more where others follow. @throws HubError INVALID_CURSOR */
export function groupsOn(read: Reader, groups: RawBuilder<unknown>, page: Page): Promise<readonly Group[]> {
  const way = sql.raw(page.backward ? 'desc' : 'asc');
  return read.rows(sql<Group>`
    select g.* from (${groups}) g where ${beyondSql(page)}
    order by g.position ${way}, g."formKey" ${way} limit ${page.count + 1}`);
}

function beyondSql({ cursor, backward }: Page): RawBuilder<unknown> {
  if (cursor === null) return sql`true`;
  const { value, key } = positionOf(BY_GROUP, cursor);
  return sql`(g.position, g."formKey") ${sql.raw(backward ? '<' : '>')} (${value}, ${key}::uuid)`;
}

/** Counts the groups. */
export async function countOf(read: Reader, groups: RawBuilder<unknown>): Promise<number> {
  const [row] = await read.rows(sql<{ total: string }>`select count(*) as total from (${groups}) g`);
  return Number(row?.total);
}
