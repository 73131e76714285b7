/**
 * SQL that keeps every version of every record: a table that only grows, written by the database itself at each insert
 * and update of the tables it is attached to. Rows can be neither changed nor deleted there, nor deleted in the tables
 * themselves, so nothing that was recorded is ever lost.
 */
export const HISTORY_SQL: readonly string[] = [
  `create table record_version (
    type text not null,
    key uuid not null,
    version integer not null,
    recorded_at timestamptz(3) not null,
    content jsonb not null,
    primary key (type, key, version)
  )`,
  `create function keep_version() returns trigger language plpgsql as $$
  begin
    insert into record_version (type, key, version, recorded_at, content)
    values (tg_table_name, new.key, new.version, new.recorded_at, to_jsonb(new));
    return new;
  end $$`,
  `create function refuse_loss() returns trigger language plpgsql as $$
  begin
    raise exception 'records of % are never removed or rewritten', tg_table_name;
  end $$`,
  `create trigger record_version_is_append_only before update or delete or truncate on record_version
   for each statement execute function refuse_loss()`,
  `create table first_data (
    digest text not null,
    records integer not null,
    loaded_at timestamptz not null default clock_timestamp()
  )`,
];

/** SQL that attaches one table to the history. */
export function keepHistoryOf(table: string): readonly string[] {
  return [
    `create trigger ${table}_history after insert or update on ${table} for each row execute function keep_version()`,
    `create trigger ${table}_is_kept before delete or truncate on ${table} for each statement execute function refuse_loss()`,
  ];
}

/** SQL of the index by which records with names are searched. */
export function indexNamesOf(table: string): string {
  return `create index ${table}_search on ${table} using gin (to_tsvector('simple', search_key))`;
}

/**
 * SQL of a rule over time: no two rows of the table with the same `column` hold on the same day.
 * A range type over uuid stands in for the extension btree_gist, which not every server has.
 */
export function neverTwoAtOnce(table: string, column: string): string {
  return `alter table ${table} add constraint ${table}_one_per_day exclude using gist
    (uuid_range(${column}, ${column}, '[]') with &&, daterange(valid_from, valid_to) with &&)`;
}

/** SQL of the range type that {@link neverTwoAtOnce} needs. */
export const UUID_RANGE_SQL = 'create type uuid_range as range (subtype = uuid)';
