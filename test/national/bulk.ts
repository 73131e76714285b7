import { SYNTHETIC, type Nation, type Rows, type Values } from './nation.js';
import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import { escapeIdentifier, type Client } from 'pg';

/** Most records that one statement writes. */
const AT_ONCE = 2_000;

/** Counts the table where its total is kept. */
const RECOUNT = 'select recount(name) from counted_list where name = $1';

/** The database itself numbers and dates the versions. */
const BY_DATABASE: ReadonlySet<string> = new Set(['version', 'recordedAt']);

/** Where rows are written. */
export interface Target {
  readonly client: Client;
  readonly metaOf: (type: string) => EntityMetadata;
}

/**
 * Writes the rows of a table in one transaction, each with the version that the history keeps of it; rows that are there
 * already stay as they are. Answers how many were written.
 *
 * The table's own triggers rest meanwhile, which its owner may say, and nobody else can write then: they walk every
 * record through its life, which these have behind them, and would announce each edge between organisations to the other
 * agencies, of which there would be hundreds of thousands. The total that is kept of the table is counted anew. Keys,
 * checks and rules over time hold as always.
 */
export async function writeRows({ client, metaOf }: Target, rows: Rows, nation: Nation): Promise<number> {
  const meta = metaOf(rows.type);
  const table = escapeIdentifier(meta.tableName);
  const columns = meta.props.filter(isStored).map(columnOf);
  const statement = statementOf(meta.tableName, columns, await keepsHistory(client, meta.tableName));
  let written = 0;
  await client.query(`begin; alter table ${table} disable trigger user`);
  try {
    const putBack = await takeOff(client, meta.tableName);
    for (let from = 0; from < rows.count; from += AT_ONCE) {
      const to = Math.min(from + AT_ONCE, rows.count);
      const made = numbers(from, to).flatMap((nth) => valuesOf(rows, nth, nation));
      const some = made.map((values) => stored(meta, columns, values));
      const { rows: counted } = await client.query<{ count: number }>(statement, [JSON.stringify(some)]);
      written += counted[0]?.count ?? 0;
    }
    await client.query(RECOUNT, [meta.tableName]);
    await client.query([...putBack, `alter table ${table} enable trigger user`, 'commit'].join(';'));
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return written;
}

/** Takes the table's rules over time off, since they are looked at much faster for all rows at once; answers how they come back. */
async function takeOff(client: Client, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; rule: string }>(
    `select quote_ident(conname) as name, pg_get_constraintdef(oid) as rule from pg_constraint
     where conrelid = $1::regclass and contype = 'x'`,
    [table],
  );
  for (const { name } of rows)
    await client.query(`alter table ${escapeIdentifier(table)} drop constraint ${name}`);
  return rows.map(
    ({ name, rule }) => `alter table ${escapeIdentifier(table)} add constraint ${name} ${rule}`,
  );
}

/** The values of the nth row, if there is one. */
function valuesOf({ type, kind = type, row }: Rows, nth: number, nation: Nation): readonly Values[] {
  const values = row(nth);
  return values ? [{ dataQualityFlags: [SYNTHETIC], ...values, key: nation.key(kind, nth) }] : [];
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

interface Column {
  readonly property: string;
  readonly name: string;
  readonly type: string;
}

function isStored({ name, persist, generated }: EntityProperty): boolean {
  return persist !== false && generated === undefined && !BY_DATABASE.has(name);
}

function columnOf({ name: property, fieldNames, columnTypes }: EntityProperty): Column {
  return { property, name: fieldNames[0] ?? property, type: columnTypes[0] ?? 'text' };
}

type RecordMaker = new () => Record<string, unknown>;

/** A record as JSON by column, with what its class says where the values do not, and with what it computes. */
function stored(meta: EntityMetadata, columns: readonly Column[], values: Values): object {
  const record = Object.assign(new (meta.class as RecordMaker)(), values);
  for (const hook of meta.hooks.beforeCreate ?? []) (record[String(hook)] as () => void).call(record);
  return Object.fromEntries(columns.map(({ property, name }) => [name, record[property as never]]));
}

function statementOf(table: string, columns: readonly Column[], hasHistory: boolean): string {
  const names = columns.map(({ name }) => escapeIdentifier(name)).join();
  const given = columns.map(({ name, type }) => `${escapeIdentifier(name)} ${type}`).join();
  const history = `, kept as (insert into record_version (type, key, version, recorded_at, content)
    select '${table}', key, version, recorded_at, to_jsonb(written) from written)`;
  return `with written as (
      insert into ${escapeIdentifier(table)} (${names})
      select ${names} from jsonb_to_recordset($1::jsonb) as given(${given})
      on conflict (key) do nothing returning *
    )${hasHistory ? history : ''} select count(*)::int as count from written`;
}

/** Whether versions of the table's records are kept: personal texts have no history. */
async function keepsHistory(client: Client, table: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_trigger where tgrelid = $1::regclass and tgfoid::regproc::text ~ '^keep_version'`,
    [table],
  );
  return (rowCount ?? 0) > 0;
}
