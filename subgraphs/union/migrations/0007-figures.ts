import { actsAs } from '../../shared/database/acting.js';
import { letWrite } from '../../shared/database/guarding.js';
import { statementsMigration } from '../../shared/database/keeping.js';

/** Tables whose rows are figures about a unit or an organisation. */
const STATISTICS = [
  'membership_statistic',
  'workforce_statistic',
  'social_channel_statistic',
  'welfare_statistic',
];

/** What figures are about, and the column in which they name it. */
const SCOPES = { administrative_unit: 'unit_key', union_organization: 'organization_key' };

/** SQL of a breach, told by the name of its rule. */
const BROKEN = (rule: string, told: string): string =>
  `raise exception '% %: ${told}', tg_table_name, new.key using errcode = 'check_violation', constraint = '${rule}'`;

/** A figure stays with the unit and the organisation of its day, as before; a breach now names its rule. */
const RULE_SQL = `create or replace function scope_was_valid() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
      select from administrative_unit u
      where u.key = new.unit_key and not daterange(u.valid_from, u.valid_to) && days_of(new.as_of)
    ) or exists (
      select from union_organization o
      where o.key = new.organization_key and not daterange(o.valid_from, o.valid_to) && days_of(new.as_of)
    ) then
      ${BROKEN('scope_was_valid', 'its scope did not exist on its date')};
    end if;
    return new;
  end $$`;

/** The same when the unit or the organisation changes. */
const MIRROR_SQL = (table: string, column: string): string =>
  `create or replace function ${table}_keeps_figures() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
      select from ${table} s join (
        ${STATISTICS.map((statistic) => `select ${column} as scope_key, as_of from ${statistic}`).join(' union all ')}
      ) figure on figure.scope_key = s.key
      where s.key = new.key and not daterange(s.valid_from, s.valid_to) && days_of(figure.as_of)
    ) then
      ${BROKEN('scope_was_valid', 'figures lie outside of the time in which it existed')};
    end if;
    return null;
  end $$`;

const WRITABLE = `${actsAs('UNION_OFFICER')} and in_scope('UnionOrganization:' || organization_key)
  and (unit_key is null or caller_serves(null, unit_key, null))`;

/** Officers report, publish, correct and withdraw the figures in their scope. */
export const figures = statementsMigration('0007-figures', [
  ...STATISTICS.map(
    (table) =>
      `alter table "${table}" add constraint "provisional_is_internal" check ((state = 'PROVISIONAL') = (classification = 'INTERNAL'))`,
  ),
  RULE_SQL,
  ...Object.entries(SCOPES).map(([table, column]) => MIRROR_SQL(table, column)),
  ...STATISTICS.flatMap((table) => letWrite(table, WRITABLE)),
]);
