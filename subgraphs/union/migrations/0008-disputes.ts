import { actsAs } from '../../shared/database/acting.js';
import { addedMigration } from '../../shared/database/acting-migration.js';

const TABLES_SQL = [
  `create table "dispute_publication" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "year" int not null, "kind" text not null, "is_resolved" boolean not null, "counted_on" date not null, "counts" jsonb not null, primary key ("key"))`,
  `alter table "dispute_publication" add constraint "dispute_publication_year_kind_is_resolved_unique" unique ("year", "kind", "is_resolved")`,
  `create table "labour_dispute_case" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "enterprise_key" uuid not null, "handling_union_key" uuid not null, "province_key" uuid not null, "started_on" date not null, "kind" text not null, "cause" text not null, "main_claim" text not null, "state" text not null, "resolution" text null, primary key ("key"))`,
  `create index "labour_dispute_case_enterprise_key_index" on "labour_dispute_case" ("enterprise_key")`,
  `create index "labour_dispute_case_handling_union_key_index" on "labour_dispute_case" ("handling_union_key")`,
  `create index "labour_dispute_case_province_key_index" on "labour_dispute_case" ("province_key")`,
  `create table "claim" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "dispute_case_key" uuid not null, "kind" text not null, "outcome" text not null, "amount_vnd" bigint null, "resolved_vnd" bigint not null, "workers_band" text not null, "legal_basis" text null, primary key ("key"))`,
  `create index "claim_dispute_case_key_index" on "claim" ("dispute_case_key")`,
  `alter table "dispute_publication" add constraint "dispute_publication_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
  `alter table "dispute_publication" add constraint "dispute_publication_kind_check" check ("kind" in ('COLLECTIVE_DISPUTE', 'WORK_STOPPAGE'))`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_enterprise_key_foreign" foreign key ("enterprise_key") references "enterprise" ("key")`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_handling_union_key_foreign" foreign key ("handling_union_key") references "union_organization" ("key")`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_province_key_foreign" foreign key ("province_key") references "administrative_unit" ("key")`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_resolved_somehow" check ((resolution is not null) = (state in ('RESOLVED', 'CLOSED')))`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_is_restricted" check ('RESTRICTED' = classification)`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_kind_check" check ("kind" in ('COLLECTIVE_DISPUTE', 'WORK_STOPPAGE'))`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_cause_check" check ("cause" in ('EMPLOYER_VIOLATION', 'INTEREST_DEMAND', 'OTHER'))`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_main_claim_check" check ("main_claim" in ('UNPAID_WAGES', 'SOCIAL_INSURANCE_ARREARS', 'OTHER_INSURANCE_ARREARS', 'BONUS_ALLOWANCE', 'WORKING_CONDITIONS', 'MEALS', 'OTHER'))`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_state_check" check ("state" in ('REPORTED', 'VERIFIED', 'IN_DIALOGUE', 'IN_MEDIATION', 'AGREED', 'REFERRED', 'RESOLVED', 'CLOSED'))`,
  `alter table "labour_dispute_case" add constraint "labour_dispute_case_resolution_check" check ("resolution" in ('AGREEMENT', 'ARBITRATION', 'JUDGMENT', 'AUTHORITY_DECISION'))`,
  `alter table "claim" add constraint "claim_dispute_case_key_foreign" foreign key ("dispute_case_key") references "labour_dispute_case" ("key")`,
  `alter table "claim" add constraint "claim_outcome_agrees" check (case outcome
    when 'MET' then resolved_vnd = coalesce(amount_vnd, 0)
    when 'PARTLY_MET' then resolved_vnd > 0 and resolved_vnd < amount_vnd
    when 'PENDING' then resolved_vnd = 0
    else amount_vnd is null or resolved_vnd < amount_vnd
  end)`,
  `alter table "claim" add constraint "claim_resolved_within_claimed" check (case when amount_vnd is null then resolved_vnd = 0 else resolved_vnd >= 0 and resolved_vnd <= amount_vnd and amount_vnd > 0 end)`,
  `alter table "claim" add constraint "claim_is_restricted" check ('RESTRICTED' = classification)`,
  `alter table "claim" add constraint "claim_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
  `alter table "claim" add constraint "claim_kind_check" check ("kind" in ('UNPAID_WAGES', 'SOCIAL_INSURANCE_ARREARS', 'OTHER_INSURANCE_ARREARS', 'BONUS_ALLOWANCE', 'WORKING_CONDITIONS', 'MEALS', 'OTHER'))`,
  `alter table "claim" add constraint "claim_outcome_check" check ("outcome" in ('PENDING', 'PARTLY_MET', 'MET', 'UNRESOLVED'))`,
  `alter table "claim" add constraint "claim_workers_band_check" check ("workers_band" in ('UP_TO_50', 'FROM_51_TO_200', 'FROM_201_TO_500', 'FROM_501_TO_1000', 'OVER_1000'))`,
];

/** SQL of a breach, told by the name of the trigger. */
const BROKEN = `raise exception '% %: breaks %', tg_table_name, new.key, tg_name
  using errcode = 'check_violation', constraint = tg_name`;

/** A case goes the way of its life, whoever writes it. */
const STEPS_SQL = [
  `create function labour_dispute_case_steps() returns trigger language plpgsql as $$
  begin
    if new.state <> old.state and old.state || '>' || new.state <> all (tg_argv) then
      ${BROKEN};
    end if;
    return new;
  end $$`,
  `create trigger labour_dispute_case_steps before update of state on labour_dispute_case
   for each row execute function labour_dispute_case_steps(
     'REPORTED>VERIFIED', 'VERIFIED>IN_DIALOGUE', 'IN_DIALOGUE>IN_MEDIATION', 'IN_DIALOGUE>AGREED',
     'IN_MEDIATION>AGREED', 'IN_MEDIATION>REFERRED', 'AGREED>RESOLVED', 'REFERRED>RESOLVED', 'RESOLVED>CLOSED'
   )`,
];

/** What was claimed stays, and what was paid of it never falls. */
const PAYMENTS_SQL = [
  `create function claim_never_falls() returns trigger language plpgsql as $$
  begin
    if new.resolved_vnd < old.resolved_vnd or new.amount_vnd is distinct from old.amount_vnd then
      ${BROKEN};
    end if;
    return new;
  end $$`,
  `create trigger claim_never_falls before update on claim for each row execute function claim_never_falls()`,
];

/** What is published stays as it was published. */
const PUBLISHED_SQL = `create trigger dispute_publication_is_final before update on dispute_publication
  for each statement execute function refuse_loss()`;

/** SQL: the caller serves the enterprise of a row. */
const SERVED = `exists (
  select from enterprise e
  where e.key = enterprise_key and caller_serves(e.grassroots_union_key, e.unit_key, e.zone_key)
)`;

/**
 * SQL of what speaks against an award to an enterprise: codes, and nothing of the cases behind them, which must have been
 * verified. Null for whoever may not know.
 */
const WARNINGS_SQL = `create function eligibility_warnings(enterprise uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
    select array_remove(array[
      case when bool_or(owed.kind = 'UNPAID_WAGES') then 'UNRESOLVED_WAGE_ARREARS' end,
      case when bool_or(owed.kind in ('SOCIAL_INSURANCE_ARREARS', 'OTHER_INSURANCE_ARREARS'))
        then 'UNRESOLVED_INSURANCE_ARREARS' end,
      case when not exists (
        select from union_organization o
        where o.key = e.grassroots_union_key and (o.valid_to is null or o.valid_to > caller_claim('today')::date)
      ) then 'NO_GRASSROOTS_UNION' end
    ], null)
    from enterprise e left join (
      select c.enterprise_key, claim.kind from labour_dispute_case c join claim on claim.dispute_case_key = c.key
      where c.state <> 'REPORTED' and claim.outcome <> 'MET'
    ) owed on owed.enterprise_key = e.key
    where e.key = eligibility_warnings.enterprise and (
      caller_role() in ('AWARD_SECRETARY', 'COUNCIL_MEMBER') and caller_organization() not like 'PoliceOrganization:%'
      or caller_role() = 'UNION_OFFICER' and caller_serves(e.grassroots_union_key, e.unit_key, e.zone_key)
    )
    group by e.key
  $$`;

const OFFICER = actsAs('UNION_OFFICER');
const HANDLED = `${OFFICER} and in_scope('UnionOrganization:' || handling_union_key)`;
const OF_HANDLED = `${OFFICER} and exists (select from labour_dispute_case c where c.key = dispute_case_key)`;

/** Labour dispute cases, which the union alone sees, and what is published of them. */
export const disputes = addedMigration('0008-disputes', {
  create: TABLES_SQL,
  tables: ['labour_dispute_case', 'claim', 'dispute_publication'],
  guards: [
    { table: 'labour_dispute_case', readable: HANDLED, writable: HANDLED },
    { table: 'claim', readable: OF_HANDLED, writable: OF_HANDLED },
    { table: 'dispute_publication' },
  ],
  after: [
    `alter policy labour_dispute_case_is_added on labour_dispute_case with check (${HANDLED} and ${SERVED})`,
    ...STEPS_SQL,
    ...PAYMENTS_SQL,
    PUBLISHED_SQL,
    WARNINGS_SQL,
  ],
});
