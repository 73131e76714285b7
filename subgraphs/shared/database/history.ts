/**
 * SQL that numbers, dates and keeps every version of every record: a table that only grows, written by the database itself at each insert
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
  `create function stamp_version() returns trigger language plpgsql as $$
  begin
    new.recorded_at := clock_timestamp();
    new.version := case tg_op when 'INSERT' then 1 else old.version + 1 end;
    return new;
  end $$`,
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
    missing integer not null,
    loaded_at timestamptz not null default clock_timestamp()
  )`,
];

/** SQL that attaches one table to the history. */
export function keepHistoryOf(table: string): readonly string[] {
  return [
    `create trigger ${table}_stamp before insert or update on ${table} for each row execute function stamp_version()`,
    `create trigger ${table}_history after insert or update on ${table} for each row execute function keep_version()`,
    `create trigger ${table}_is_kept before delete or truncate on ${table} for each statement execute function refuse_loss()`,
  ];
}
