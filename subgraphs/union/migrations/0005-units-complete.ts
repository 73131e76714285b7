import { Migration } from '@mikro-orm/migrations';

/**
 * SQL of a rule over time that long lists can afford: no two rows of the table with the same `column` hold on the same
 * day. An exclusion constraint finds that out row by row; this looks once for all rows of a statement, and lets one
 * transaction at a time write them.
 */
function oneAtATime(table: string, column: string): readonly string[] {
  const rule = `${table}_${column}_one_per_day`;
  const attach = (event: string): string =>
    `create trigger ${rule}_${event} after ${event} on ${table} referencing new table as written
     for each statement execute function ${rule}()`;
  return [
    `create function ${rule}() returns trigger
     language plpgsql security definer set search_path = public, pg_temp as $$
     begin
       perform pg_advisory_xact_lock(hashtext('${rule}'));
       if exists (
         select 1 from written w join ${table} other on other.${column} = w.${column} and other.key <> w.key
         where daterange(other.valid_from, other.valid_to) && daterange(w.valid_from, w.valid_to)
       ) then
         raise exception 'conflicting rows violate the rule ${rule}'
           using errcode = 'exclusion_violation', table = '${table}', constraint = '${rule}';
       end if;
       return null;
     end $$`,
    attach('insert'),
    attach('update'),
  ];
}

/** SQL that lets the history of a table be written once for all rows of a statement instead of row by row. */
function keepVersionsAtOnce(table: string): readonly string[] {
  const attach = (event: string): string =>
    `create trigger ${table}_history_${event} after ${event} on ${table} referencing new table as written
     for each statement execute function keep_versions()`;
  return [`drop trigger ${table}_history on ${table}`, attach('insert'), attach('update')];
}

const KEEP_VERSIONS = `create function keep_versions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into record_version (type, key, version, recorded_at, content)
  select tg_table_name, w.key, w.version, w.recorded_at, to_jsonb(w) from written w;
  return null;
end $$`;

const STATEMENTS = [
  'alter table administrative_parent drop constraint administrative_parent_child_key_one_per_day',
  ...oneAtATime('administrative_parent', 'child_key'),
  ...oneAtATime('administrative_unit', 'code'),
  KEEP_VERSIONS,
  ...['administrative_unit', 'administrative_parent', 'succession_edge'].flatMap(keepVersionsAtOnce),
  'create index administrative_unit_level_by_name on administrative_unit (level, sort_key collate "C", key)',
];

/** Makes room for all units: a code belongs to one of a day, whatever its level; and those of a level are listed by name. */
export class UnitsComplete extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}
