import { Migration } from '@mikro-orm/migrations';

/** Tables whose rows are figures about a unit or an organisation. */
const STATISTICS = [
  'membership_statistic',
  'workforce_statistic',
  'social_channel_statistic',
  'welfare_statistic',
] as const;

/** The days of a partial date as a range, from its value and precision. */
const RANGE_SQL = `create function days_of(partial_date jsonb) returns daterange language sql stable as $$
  select daterange(first_day, case partial_date->>'precision'
    when 'DAY' then first_day + 1
    when 'MONTH' then (first_day + interval '1 month')::date
    when 'YEAR' then (first_day + interval '1 year')::date
  end)
  from (select (partial_date->>'value')::date as first_day) known
$$`;

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

/** Lets the database refuse a figure about a unit or an organisation that did not exist on its date. */
export class ScopeWasValid extends Migration {
  override up(): void {
    this.addSql(RANGE_SQL);
    this.addSql(RULE_SQL);
    for (const table of STATISTICS)
      this.addSql(
        `create trigger ${table}_scope after insert or update on ${table} for each row execute function scope_was_valid()`,
      );
  }
}
