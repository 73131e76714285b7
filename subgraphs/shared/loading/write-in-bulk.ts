import type { EntryValues } from './entry-rules.js';
import type { ReferenceRecords } from './reference-list.js';
import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** What writing did, in records. */
export interface BulkReport {
  readonly created: number;
  readonly corrected: number;
}

/** Most records that one statement writes, which keeps it far from the longest that a statement may run. */
const AT_ONCE = 2_000;

/**
 * Writes many records of one class: new ones are inserted, those that differ become a new version, and those that are the
 * same are left alone. Properties that the values leave out take the default of their class. The server then learns how
 * many rows there are, so that it uses its indexes at once.
 */
export async function writeInBulk(
  em: SqlEntityManager,
  { type, values }: ReferenceRecords,
): Promise<BulkReport> {
  const meta = em.getMetadata().getByClassName(type.name);
  const columns = meta.props.filter(isStored).map(columnOf);
  const statement = statementOf(meta.tableName, columns);
  let report: BulkReport = { created: 0, corrected: 0 };
  for (let from = 0; from < values.length; from += AT_ONCE) {
    const some = values.slice(from, from + AT_ONCE).map((each) => rowOf(meta, { columns, values: each }));
    const query = CompiledQuery.raw(statement, [JSON.stringify(some)]);
    const { rows } = await em.getKysely().executeQuery<BulkReport>(query);
    report = sumOf(report, rows);
  }
  if (report.created > 0) await em.execute(`analyze "${meta.tableName}"`);
  return report;
}

function sumOf(report: BulkReport, [written]: readonly BulkReport[]): BulkReport {
  return {
    created: report.created + (written?.created ?? 0),
    corrected: report.corrected + (written?.corrected ?? 0),
  };
}

interface Column {
  readonly property: string;
  readonly name: string;
  readonly type: string;
}

interface Row {
  readonly columns: readonly Column[];
  readonly values: EntryValues;
}

/** The database itself numbers and dates the versions. */
const BY_DATABASE: ReadonlySet<string> = new Set(['version', 'recordedAt']);

function isStored({ name, persist, generated }: EntityProperty): boolean {
  return persist !== false && generated === undefined && !BY_DATABASE.has(name);
}

function columnOf({ name: property, fieldNames, columnTypes }: EntityProperty): Column {
  return { property, name: fieldNames[0] ?? property, type: columnTypes[0] ?? 'text' };
}

/** A record as JSON by column, with what its class computes. */
function rowOf({ class: type }: EntityMetadata, { columns, values }: Row): Readonly<Record<string, unknown>> {
  const record = Object.assign(new (type as new () => Folding)(), values);
  record.foldNames?.();
  const stored = record as unknown as EntryValues;
  return Object.fromEntries(columns.map(({ property, name }) => [name, stored[property]]));
}

/** A record that is found by its names; see `NamedRecord`. */
interface Folding {
  foldNames?(): void;
}

function statementOf(table: string, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => `"${name}"`);
  const own = names.map((name) => `present.${name}`);
  const given = names.map((name) => `excluded.${name}`);
  return `with written as (
      insert into "${table}" as present (${names.join()})
      select ${names.join()} from jsonb_to_recordset($1::jsonb) as given(${columns.map(({ name, type }) => `"${name}" ${type}`).join()})
      on conflict (key) do update set ${names.map((name, index) => `${name} = ${given[index]}`).join()}
      where (${own.join()}) is distinct from (${given.join()})
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new)::int as created, count(*) filter (where not is_new)::int as corrected
    from written`;
}
