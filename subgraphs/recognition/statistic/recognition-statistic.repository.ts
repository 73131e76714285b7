import { Direction, pageOf, type Connection, type Page, type PageArgs } from '../../shared/page.js';
import { connectionFrom } from '../../shared/reading/connection.js';
import { cursorOf, positionOf, type Order } from '../../shared/reading/cursor.js';
import type { Listing } from '../../shared/reading/listing.js';
import type { Reader } from '../../shared/reading/reader.js';
import { type Comparator, DerivedQuantity, vaguest } from '../../shared/values/quantity.js';
import { RecognitionBatch } from '../batch/recognition-batch.entity.js';
import type { RecognitionStatus } from '../batch/recognition-batch.enums.js';
import { RecognitionStatistic } from './recognition-statistic.js';
import { sql, type RawBuilder } from 'kysely';

/** Newest year first, then by authority; the form breaks ties. */
const ORDER: Order = { property: 'group', direction: Direction.ASC };

/** Operands that a formula spells out. */
const FORMULA_LENGTH = 20;

/** One page of the totals of the listed batches. @throws HubError INVALID_PAGE, INVALID_CURSOR */
export async function statisticsOf(
  read: Reader,
  listing: Pick<Listing, 'filters' | 'asKnownOn'>,
  args: PageArgs,
): Promise<Connection<RecognitionStatistic>> {
  const page = pageOf(args);
  const groups = groupsSql(read.listed(RecognitionBatch, listing));
  return connectionFrom(page, {
    found: await read.rows(pageSql(groups, page)),
    cursorOf: ({ position, formKey }) => cursorOf(ORDER, { value: position, key: formKey }),
    nodeOf: statistic,
    count: () => countOf(read, groups),
  });
}

interface Group {
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

function groupsSql(batches: RawBuilder<unknown>): RawBuilder<unknown> {
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

function pageSql(groups: RawBuilder<unknown>, page: Page): RawBuilder<Group> {
  const way = sql.raw(page.backward ? 'desc' : 'asc');
  return sql<Group>`
    select g.* from (${groups}) g where ${beyondSql(page)}
    order by g.position ${way}, g."formKey" ${way} limit ${page.count + 1}`;
}

function beyondSql({ cursor, backward }: Page): RawBuilder<unknown> {
  if (cursor === null) return sql`true`;
  const { value, key } = positionOf(ORDER, cursor);
  return sql`(g.position, g."formKey") ${sql.raw(backward ? '<' : '>')} (${value}, ${key}::uuid)`;
}

async function countOf(read: Reader, groups: RawBuilder<unknown>): Promise<number> {
  const [row] = await read.rows(sql<{ total: string }>`select count(*) as total from (${groups}) g`);
  return Number(row?.total);
}

function statistic(group: Group): RecognitionStatistic {
  return Object.assign(new RecognitionStatistic(), {
    ...group,
    batchCount: Number(group.batches),
    count: group.isOpen ? null : totalOf(group),
  });
}

function totalOf({ total, comparators, operands, batches }: Group): DerivedQuantity {
  const isWhole = operands.length === Number(batches);
  return Object.assign(new DerivedQuantity(), {
    value: Number(total),
    comparator: vaguest(comparators),
    unit: 'recognitions',
    text: null,
    formula: [...operands, ...(isWhole ? [] : ['…'])].join(' + '),
  });
}
