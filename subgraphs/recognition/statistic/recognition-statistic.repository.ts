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

/** Batches of which statistics are made. */
export interface Counted {
  /** SQL of their rows. */
  readonly batches: RawBuilder<unknown>;
  /** Whether the rows are found from the history, which is to be read once, or by an index that serves each group. */
  readonly areOfHistory: boolean;
}

/** The groups of one page, and one more where others follow: their names first, and then what is counted of each. @throws HubError INVALID_CURSOR */
export function groupsOn(read: Reader, counted: Counted, page: Page): Promise<readonly Group[]> {
  const way = sql.raw(page.backward ? 'desc' : 'asc');
  const value = sql`b.count ->> 'value'`;
  return read.rows(sql<Group>`${listedSql(counted)}, told as materialized (
      select * from (${namesSql()}) g where ${beyondSql(page)}
      order by g.position ${way}, g.form_key ${way} limit ${page.count + 1})
    select b.authority as "authorityRef", b.form_key as "formKey", b.year, b.status,
      b.authority_office_vi as "authorityOfficeVi", min(b.authority_office_en) as "authorityOfficeEn", g.position,
      count(*) as batches, sum((${value})::numeric) as total, bool_or(${value} is null) as "isOpen",
      array_agg(distinct b.count ->> 'comparator') as comparators,
      (array_agg(${value} order by (${value})::numeric desc, b.key))[1:${sql.lit(FORMULA_LENGTH)}] as operands
    from told g join listed b on b.authority = g.authority and b.form_key = g.form_key and b.status = g.status
      and b.authority_office_vi = g.authority_office_vi and b.year is not distinct from g.year
    group by g.position, b.form_key, b.authority, b.year, b.status, b.authority_office_vi
    order by g.position ${way}, b.form_key ${way}`);
}

/** Counts the groups. */
export async function countOf(read: Reader, counted: Counted): Promise<number> {
  const [row] = await read.rows(
    sql<{ total: string }>`${listedSql(counted)} select count(*) as total from (${namesSql()}) g`,
  );
  return Number(row?.total);
}

function listedSql({ batches, areOfHistory }: Counted): RawBuilder<unknown> {
  return sql`with listed as ${sql.raw(areOfHistory ? '' : 'not')} materialized (select * from ${batches} b)`;
}

/** What each group is of, and where it stands. */
function namesSql(): RawBuilder<unknown> {
  return sql`
    select n.*, concat(lpad((9999 - coalesce(n.year, 0))::text, 4, '0'), n.authority, n.status, n.authority_office_vi)
      collate "C" as position
    from (select distinct b.authority, b.form_key, b.year, b.status, b.authority_office_vi from listed b) n`;
}

function beyondSql({ cursor, backward }: Page): RawBuilder<unknown> {
  if (cursor === null) return sql`true`;
  const { value, key } = positionOf(BY_GROUP, cursor);
  return sql`(g.position, g.form_key) ${sql.raw(backward ? '<' : '>')} (${value}, ${key}::uuid)`;
}
