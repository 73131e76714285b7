import { actsAs } from '../../shared/database/acting.js';
import { CALLER_ROLE } from '../../shared/database/caller-role.js';
import { letWrite } from '../../shared/database/guarding.js';
import { statementsMigration } from '../../shared/database/keeping.js';

/** On no day is an organisation in charge of the same unit twice. */
const ONCE_SQL = `alter table police_jurisdiction add constraint police_jurisdiction_police_key_one_per_day exclude using gist (
  uuid_range(police_key, police_key, '[]') with &&,
  text_range(unit, unit, '[]') with &&,
  daterange(valid_from, valid_to) with &&
)`;

/** What officers write lies within the days of the organisation. */
const HELD_SQL: readonly string[] = [
  `create function police_jurisdiction_police_key_held() returns trigger language plpgsql as $$
  begin
    if not exists (
      select from police_organization p
      where p.key = new.police_key and daterange(new.valid_from, new.valid_to) <@ daterange(p.valid_from, p.valid_to)
    ) then
      raise exception 'police_jurisdiction %: breaks %', new.key, tg_name
        using errcode = 'check_violation', constraint = tg_name;
    end if;
    return new;
  end $$`,
  `create trigger police_jurisdiction_police_key_held before insert or update on police_jurisdiction
   for each row when (current_user = '${CALLER_ROLE}') execute function police_jurisdiction_police_key_held()`,
];

/** Nobody extends the own territory: an organisation above gives it. */
const FROM_ABOVE = `${actsAs('POLICE_OFFICER')} and in_scope('PoliceOrganization:' || police_key)
  and (select caller_organization()) <> 'PoliceOrganization:' || police_key`;

/** Police organisations give territories to those below them, hand them on and take them back. */
export const policeJurisdictions = statementsMigration('0023-police-jurisdictions', [
  ONCE_SQL,
  ...HELD_SQL,
  ...letWrite('police_jurisdiction', FROM_ABOVE),
]);
