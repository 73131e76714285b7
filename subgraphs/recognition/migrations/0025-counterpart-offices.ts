import { actsAs } from '../../shared/database/acting.js';
import { statementsMigration } from '../../shared/database/keeping.js';

const DEFINER = 'language sql stable security definer set search_path = public, pg_temp';

/**
 * SQL of who is told of a consultation, by the name of its row: the officers who answer it, and the awards office of the
 * same side in whose scope the recipient is, which prepares the answer and gives none.
 */
const told = (
  row: string,
): string => `${row}.organization in (select organizations_in_scope()) and case ${row}.counterpart
  when 'POLICE' then ${actsAs('POLICE_OFFICER')}
    or ${actsAs('AWARD_SECRETARY')} and (select caller_organization()) like 'PoliceOrganization:%'
  else ${actsAs('UNION_OFFICER')}
    or ${actsAs('AWARD_SECRETARY')} and (select caller_organization()) like 'UnionOrganization:%' end`;

/**
 * The awards office of the agency that is consulted reads what its officers are asked, as they do. Source: domain rule,
 * life cycle of nominations: the counterpart is the agency in whose scope the recipient is.
 */
export const counterpartOffices = statementsMigration('0025-counterpart-offices', [
  `create function hears_of(nomination uuid) returns boolean ${DEFINER} as $$
    select exists (select from consultation c where c.nomination_key = hears_of.nomination and ${told('c')})
  $$`,
  `create or replace function works_with(recipient uuid) returns boolean ${DEFINER} as $$
    select exists (select from nomination n where n.recipient_key = works_with.recipient and sees_nomination(n.key))
      or exists (select from consultation c where c.recipient_key = works_with.recipient and ${told('c')})
  $$`,
  `alter policy consultation_is_read on consultation using (classification = 'PUBLIC'
    or ${told('consultation')} or exists (select from nomination n where n.key = nomination_key))`,
  `alter policy personal_text_is_read on personal_text using (classification = 'PUBLIC'
    or not consent_is_withheld(recipient_key) and case kind
      when 'NAME' then name_is_public(recipient_key) or has_registered(recipient_key) or works_with(recipient_key)
      when 'RETURN_REASON' then sees_nomination(nomination_key)
      else sees_nomination(nomination_key) or hears_of(nomination_key) end)`,
]);
