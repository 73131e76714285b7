import { Migration } from '@mikro-orm/migrations';

/** Tables whose rows are figures about a unit or an organisation. */
const STATISTICS = [
  'membership_statistic',
  'workforce_statistic',
  'social_channel_statistic',
  'welfare_statistic',
] as const;

/** A figure stays with the unit and the organisation of its day: both must have existed then. */
const RULE_SQL = `create function scope_was_valid() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from administrative_unit u
    where u.key = new.unit_key and not daterange(u.valid_from, u.valid_to) && days_of(new.as_of)
  ) or exists (
    select 1 from union_organization o
    where o.key = new.organization_key and not daterange(o.valid_from, o.valid_to) && days_of(new.as_of)
  ) then
    raise exception 'figure % of %: its scope did not exist on its date', new.key, tg_table_name
      using errcode = 'check_violation';
  end if;
  return new;
end $$`;

/** The same when the unit or the organisation changes: seen at the end of the transaction, which may correct both. */
const MIRROR_SQL = (
  table: string,
  column: string,
): string => `create function ${table}_keeps_figures() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from ${table} s join (
      ${STATISTICS.map((statistic) => `select ${column} as scope_key, as_of from ${statistic}`).join(' union all ')}
    ) figure on figure.scope_key = s.key
    where s.key = new.key and not daterange(s.valid_from, s.valid_to) && days_of(figure.as_of)
  ) then
    raise exception '${table} %: figures lie outside of the time in which it existed', new.key
      using errcode = 'check_violation';
  end if;
  return null;
end $$`;

/** What figures are about, and the column in which they name it. */
const SCOPES = { administrative_unit: 'unit_key', union_organization: 'organization_key' } as const;

/** Lets the database refuse a figure about a unit or an organisation that did not exist on its date. */
export class ScopeWasValid extends Migration {
  override up(): void {
    this.addSql(RULE_SQL);
    for (const table of STATISTICS)
      this.addSql(
        `create trigger ${table}_scope after insert or update on ${table} for each row execute function scope_was_valid()`,
      );
    for (const [table, column] of Object.entries(SCOPES)) {
      this.addSql(MIRROR_SQL(table, column));
      this.addSql(
        `create constraint trigger ${table}_figures after update on ${table} deferrable initially deferred
         for each row execute function ${table}_keeps_figures()`,
      );
    }
  }
}
