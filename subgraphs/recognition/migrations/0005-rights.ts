import { actsAs } from '../../shared/database/acting.js';
import { letWrite, type Guard } from '../../shared/database/guarding.js';

const DEFINER = 'language sql stable security definer set search_path = public, pg_temp';
const OFFICERS = actsAs('UNION_OFFICER', 'POLICE_OFFICER');
const SECRETARY = actsAs('AWARD_SECRETARY');
const SIGNATORY = actsAs('SIGNATORY');
const COUNCIL = actsAs('AWARD_SECRETARY', 'COUNCIL_MEMBER', 'SIGNATORY');

/** SQL of a condition that PostgreSQL looks up in a table that it makes once for a statement, however many rows there are. */
const within = (organization: string): string => `${organization} in (select organizations_in_scope())`;

/** SQL of who sees a nomination: `n` is what its columns begin with. */
const seen = (n = ''): string => `(${OFFICERS} and ${within(`${n}nominator`)}
  or ${SECRETARY} and ${n}submitted_on is not null and ${within(`${n}authority`)}
  or ${SIGNATORY} and ${n}state in ('VOTED_PASSED', 'DECIDED', 'CONFERRED', 'REVOKED', 'REJECTED', 'FORWARDED')
    and ${within(`${n}authority`)}
  or ${actsAs('COUNCIL_MEMBER')} and ${within(`${n}authority`)} and ${n}key in (select i.nomination_key from council_item i))`;

/** SQL of who is asked in a consultation. */
const asked = (c = ''): string =>
  `(${actsAs('POLICE_OFFICER')} and ${c}counterpart = 'POLICE' and ${within(`${c}organization`)}
  or ${actsAs('UNION_OFFICER')} and ${c}counterpart = 'UNION' and ${within(`${c}organization`)})`;

/** SQL of who keeps the consent of a recipient: whoever nominates it, its own organisation, and the awards office. */
const KEPT = `${SECRETARY} and exists (select from nomination n where n.recipient_key = consent.recipient_key)
  or exists (select from recipient r where r.key = consent.recipient_key and (
    ${OFFICERS} and ${within('r.registered_by')}
    or ${actsAs('UNION_OFFICER', 'POLICE_OFFICER', 'PRIVACY_OFFICER')} and ${within('r.organization')}))`;

/**
 * SQL of who has to do with what: nominators with their files, the awards office with what was handed in to it, members
 * with what is on an agenda, signatories with what was voted, the counterpart with what it is asked. A name is public
 * while consent to that is granted; nothing that is said of an individual is anybody's to read once consent is refused or
 * withdrawn. Source: domain rule, reads and privacy.
 */
export const RIGHTS_SQL: readonly string[] = [
  `create function organizations_in_scope() returns setof text ${DEFINER} as $$
    with recursive reached(ref) as (
      select caller_organization()
      union
      select e.below from reached join organization_edge e on e.above = reached.ref
      where (e.valid_from is null or e.valid_from <= caller_claim('today')::date)
        and (e.valid_to is null or e.valid_to > caller_claim('today')::date)
    )
    select ref from reached
  $$`,
  `create function sees_nomination(nomination uuid) returns boolean ${DEFINER} as $$
    select exists (select from nomination n where n.key = sees_nomination.nomination and ${seen('n.')})
  $$`,
  `create function is_consulted(nomination uuid) returns boolean ${DEFINER} as $$
    select exists (select from consultation c where c.nomination_key = is_consulted.nomination and ${asked('c.')})
  $$`,
  `create function works_with(recipient uuid) returns boolean ${DEFINER} as $$
    select exists (select from nomination n where n.recipient_key = works_with.recipient and ${seen('n.')})
      or exists (select from consultation c where c.recipient_key = works_with.recipient and ${asked('c.')})
  $$`,
  `create function has_registered(recipient uuid) returns boolean ${DEFINER} as $$
    select exists (select from recipient r where r.key = has_registered.recipient
      and ${OFFICERS} and in_scope(r.registered_by))
  $$`,
  `create function name_is_public(recipient uuid) returns boolean ${DEFINER} as $$
    select exists (
      select from recipient r join consent c on c.recipient_key = r.key
      where r.key = name_is_public.recipient and r.visibility = 'NAME_PUBLIC' and c.state = 'GRANTED'
        and exists (select from recognition g where g.recipient_key = r.key and g.state = 'CONFERRED'))
  $$`,
  `create function consent_is_withheld(recipient uuid) returns boolean ${DEFINER} as $$
    select exists (select from consent c
      where c.recipient_key = consent_is_withheld.recipient and c.state in ('REFUSED', 'WITHDRAWN'))
  $$`,
];

/** Who may read and write the rows of each table. */
export const NOMINATION_GUARDS: readonly Guard[] = [
  { table: 'award_round', writable: `${SECRETARY} and in_scope(organization)` },
  {
    table: 'recipient',
    readable: `${OFFICERS} and ${within('registered_by')}
      or ${actsAs('UNION_OFFICER', 'POLICE_OFFICER', 'PRIVACY_OFFICER')} and ${within('organization')}
      or exists (select from nomination n where n.recipient_key = recipient.key)
      or exists (select from consultation c where c.recipient_key = recipient.key)`,
    writable: `${OFFICERS} and in_scope(registered_by)`,
  },
  {
    table: 'personal_text',
    readable: `not consent_is_withheld(recipient_key) and case kind
      when 'NAME' then name_is_public(recipient_key) or has_registered(recipient_key) or works_with(recipient_key)
      when 'RETURN_REASON' then sees_nomination(nomination_key)
      else sees_nomination(nomination_key) or is_consulted(nomination_key) end`,
    writable: `case kind
      when 'NAME' then has_registered(recipient_key)
      when 'CONSULTATION_REASON' then is_consulted(nomination_key)
      else sees_nomination(nomination_key) end`,
  },
  { table: 'consent', readable: KEPT, writable: KEPT },
  {
    table: 'nomination',
    readable: seen(),
    writable: `${OFFICERS} and in_scope(nominator) or ${actsAs('AWARD_SECRETARY', 'SIGNATORY')} and in_scope(authority)`,
  },
  { table: 'nomination_step', readable: 'exists (select from nomination n where n.key = nomination_key)' },
  {
    table: 'consultation',
    readable: `${asked()} or exists (select from nomination n where n.key = nomination_key)`,
    writable: `${asked()} or ${SECRETARY} and in_scope(authority)`,
  },
  {
    table: 'council_session',
    readable: `${COUNCIL} and ${within('organization')}`,
    writable: `${SECRETARY} and in_scope(organization)`,
  },
  {
    table: 'council_item',
    readable: 'exists (select from council_session s where s.key = session_key)',
    writable: `${SECRETARY} and exists (select from council_session s where s.key = session_key)`,
  },
  {
    table: 'nomination_hold',
    readable: `${actsAs('AWARD_SECRETARY', 'PRIVACY_OFFICER')} and ${within('authority')}`,
    writable: `${SECRETARY} and in_scope(authority)`,
  },
  {
    table: 'recognition',
    writable: `${actsAs('UNION_OFFICER', 'POLICE_OFFICER', 'AWARD_SECRETARY')} and sees_nomination(nomination_key)
      or ${SIGNATORY} and in_scope(authority)`,
  },
  {
    table: 'revocation',
    writable: `exists (select from recognition r where r.key = recognition_key and (${SIGNATORY} and in_scope(r.authority)
      or ${SECRETARY} and not in_scope(r.authority) and sees_nomination(r.nomination_key)))`,
  },
];

/**
 * Who may write what was there before: rules by the data steward, decisions by the office that signs. Public bodies do not
 * act in the hub: what they decide is recorded by the awards office that received it.
 */
export const LET_WRITE_SQL: readonly string[] = [
  ...letWrite('award_authority_rule', actsAs('DATA_STEWARD')),
  ...letWrite(
    'decision',
    `${SIGNATORY} and in_scope(authority) or ${SECRETARY} and authority like 'PublicBody:%' and not in_scope(authority)`,
  ),
];
