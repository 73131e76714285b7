import { actsAs } from '../../shared/database/acting.js';
import { CALLER_ROLE } from '../../shared/database/caller-role.js';
import { statementsMigration } from '../../shared/database/keeping.js';

const COLUMNS_SQL: readonly string[] = [
  `alter table "office_holding" add "voided_on" date null, add "voided_by" text null, add "void_reason" text null, add "is_voided" boolean generated always as (voided_on is not null) stored null`,
  `alter table "office_holding" add constraint "office_holding_voided_with_reason" check (num_nulls(voided_on, voided_by, void_reason) in (0, 3))`,
];

/** What was voided leaves its days to what is right. */
const ONCE_SQL: readonly string[] = [
  'alter table office_holding drop constraint office_holding_official_key_one_per_day',
  `alter table office_holding add constraint office_holding_official_key_one_per_day exclude using gist (
    uuid_range(official_key, official_key, '[]') with &&,
    text_range(organization, organization, '[]') with &&,
    text_range(lower(office_vi), lower(office_vi), '[]') with &&,
    daterange(valid_from, valid_to) with &&
  ) where (voided_on is null)`,
];

/** Nothing is signed in an office that is voided, and none is voided in which something was signed: whoever comes first. */
const SIGNED_SQL: readonly string[] = [
  `create function nothing_signed_in_office() returns trigger
   language plpgsql security definer set search_path = public, pg_temp as $$
  declare holding constant text := 'OfficeHolding:' || new.key;
  begin
    if exists (select from agreement_signature s where s.signatory_key = new.key)
      or exists (select from coordination_agreement a where a.signatories @> array[holding])
      or exists (select from document d where d.signatories @> array[holding]) then
      raise exception 'office_holding %: something was signed in it', new.key
        using errcode = 'check_violation', constraint = 'nothing-signed-in-office';
    end if;
    return new;
  end $$`,
  `create trigger office_holding_nothing_signed before update of voided_on on office_holding
   for each row when (old.voided_on is null and new.voided_on is not null) execute function nothing_signed_in_office()`,
  `create function signatory_in_office() returns trigger
   language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform from office_holding h where h.key = new.signatory_key and h.voided_on is null for share;
    if not found then
      raise exception 'agreement_signature %: the office was voided', new.key
        using errcode = 'check_violation', constraint = 'signatory-in-office';
    end if;
    return new;
  end $$`,
  `create trigger agreement_signature_in_office before insert on agreement_signature
   for each row execute function signatory_in_office()`,
];

const STAYS_SQL: readonly string[] = [
  `create function office_holding_stays_voided() returns trigger language plpgsql as $$
  begin
    raise exception 'office_holding %: is voided', new.key
      using errcode = 'check_violation', constraint = tg_name;
  end $$`,
  `create trigger office_holding_stays_voided before update on office_holding
   for each row when (old.voided_on is not null and current_user = '${CALLER_ROLE}')
   execute function office_holding_stays_voided()`,
];

const OFFICER = actsAs('UNION_OFFICER', 'POLICE_OFFICER');
const IN_SCOPE = `exists (select from office_holding h where h.official_key = official.key and in_scope(h.organization))`;

/**
 * Somebody is public by an office alone: not when all were voided, by whichever of two that do so at once comes last. What
 * is held back for another reason stays so. Source: domain rule, invariants.
 */
const SEEN_SQL: readonly string[] = [
  `create function official_is_seen_in_office() returns trigger
   language plpgsql security definer set search_path = public, pg_temp as $$
  declare seen text;
  begin
    perform from official where key = new.official_key for no key update;
    seen := case when exists (
      select from office_holding h
      where h.official_key = new.official_key and h.voided_on is null and h.classification = 'PUBLIC'
    ) then 'PUBLIC' else 'INTERNAL' end;
    update official set classification = seen
    where key = new.official_key and classification in ('PUBLIC', 'INTERNAL') and classification <> seen;
    return null;
  end $$`,
  `create trigger official_is_seen_in_office after insert or update of voided_on on office_holding
   for each row execute function official_is_seen_in_office()`,
  `alter policy official_is_read on official using (classification = 'PUBLIC' or (${OFFICER} and ${IN_SCOPE}))`,
];

/** Officers void what they recorded by mistake of the offices in their scope. */
export const voidedAppointments = statementsMigration('0034-voided-appointments', [
  ...COLUMNS_SQL,
  ...ONCE_SQL,
  ...SIGNED_SQL,
  ...STAYS_SQL,
  ...SEEN_SQL,
]);
