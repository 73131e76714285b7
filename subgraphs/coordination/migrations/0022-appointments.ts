import { actsAs } from '../../shared/database/acting.js';
import { CALLER_ROLE } from '../../shared/database/caller-role.js';
import { letWrite } from '../../shared/database/guarding.js';
import { statementsMigration } from '../../shared/database/keeping.js';

const OFFICER = actsAs('UNION_OFFICER', 'POLICE_OFFICER');

/** Somebody holds the same office of the same organisation once on a day. */
const ONCE_SQL = `alter table office_holding add constraint office_holding_official_key_one_per_day exclude using gist (
  uuid_range(official_key, official_key, '[]') with &&,
  text_range(organization, organization, '[]') with &&,
  text_range(lower(office_vi), lower(office_vi), '[]') with &&,
  daterange(valid_from, valid_to) with &&
)`;

/** A person whom an officer records exists through an office alone; seen at the end of the transaction. Source: domain rule, invariants. */
const IN_OFFICE_SQL: readonly string[] = [
  `create function official_holds_office() returns trigger
   language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select from office_holding h where h.official_key = new.key) then
      raise exception 'official %: holds no office', new.key
        using errcode = 'check_violation', constraint = tg_name;
    end if;
    return null;
  end $$`,
  `create constraint trigger official_holds_office after insert on official deferrable initially deferred
   for each row when (current_user = '${CALLER_ROLE}') execute function official_holds_office()`,
];

const IN_SCOPE = `exists (select from office_holding h where h.official_key = official.key and in_scope(h.organization))`;

/** Officers appoint officials to the offices of the organisations in their scope, and end what they hold there. */
export const appointments = statementsMigration('0022-appointments', [
  ONCE_SQL,
  ...IN_OFFICE_SQL,
  ...letWrite('office_holding', `${OFFICER} and in_scope(organization)`),
  `alter policy official_is_added on official with check (${OFFICER})`,
  `alter policy official_is_changed on official using (${OFFICER} and ${IN_SCOPE}) with check (${OFFICER} and ${IN_SCOPE})`,
]);
