import { actsAs } from '../../shared/database/acting.js';
import { addedMigration } from '../../shared/database/acting-migration.js';
import { letWrite } from '../../shared/database/guarding.js';
import type { MigrationObject } from '@mikro-orm/core';

/** Officers of either side, each in scope of the own organisation behind the row. */
const OFFICER = actsAs('UNION_OFFICER', 'POLICE_OFFICER');

/** What follows an organisation, and whether it stands, whatever the caller may see of it. */
const STANDING_SQL: readonly string[] = [
  `create function successors_of(organization text, day date) returns text[]
   language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(distinct e.above order by e.above), '{}')
    from organization_edge e
    where e.below = organization and e.kind = 'SUCCESSOR'
      and e.valid_from <= day and (e.valid_to is null or e.valid_to > day)
  $$`,
  `create function stands_on(organization text, day date) returns boolean
   language sql stable security definer set search_path = public, pg_temp as $$
    select case split_part(organization, ':', 1)
      when 'PoliceOrganization' then exists (
        select from police_organization where key = split_part(organization, ':', 2)::uuid
          and (valid_from is null or valid_from <= day) and (valid_to is null or valid_to > day)
      )
      when 'PublicBody' then exists (
        select from public_body where key = split_part(organization, ':', 2)::uuid
          and (valid_from is null or valid_from <= day) and (valid_to is null or valid_to > day)
      )
      else cardinality(successors_of(organization, day)) = 0 and coalesce(
        (select min(coalesce(valid_from, '-infinity')) <= day from organization_edge where below = organization), true
      )
    end
  $$`,
];

/** A trigger holds each row to the steps of its life; its arguments are the steps, `FROM>TO`. */
const STEPS_SQL: readonly string[] = [
  `create function hold_to_steps() returns trigger language plpgsql as $$
  begin
    if new.state <> old.state and old.state || '>' || new.state <> all (tg_argv) then
      raise exception 'a % that is % does not become %', tg_table_name, old.state, new.state
        using errcode = 'check_violation', constraint = tg_table_name || '_steps';
    end if;
    return new;
  end $$`,
  `create trigger self_managed_team_steps before update of state on self_managed_team
   for each row execute function hold_to_steps(
     'PROPOSED>ESTABLISHED', 'ESTABLISHED>ACTIVE', 'ACTIVE>DORMANT', 'DORMANT>ACTIVE',
     'ACTIVE>DISSOLVED', 'DORMANT>DISSOLVED', 'ACTIVE>MERGED', 'DORMANT>MERGED'
   )`,
  `create trigger reporting_obligation_steps before update of state on reporting_obligation
   for each row execute function hold_to_steps(
     'DUE>RECEIVED', 'DUE>OVERDUE', 'DUE>RECEIVED_LATE', 'OVERDUE>RECEIVED_LATE', 'OVERDUE>RECEIVED'
   )`,
];

/** Teams have full lives; reports are owed and received; models are registered and reviewed. */
export const practice: MigrationObject = addedMigration('0004-practice', {
  create: [
    `create table "model_type" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "valid_from" date null, "valid_from_precision" text not null default 'UNKNOWN', "valid_to" date null, "valid_to_precision" text not null default 'UNKNOWN', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "variants" jsonb not null default '[]', primary key ("key"))`,
    `alter table "model_type" add constraint "model_type_registered_once" unique ("sort_key")`,
    `create table "model_review" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "model_type_key" uuid not null, "reviewer" text not null, "place" text null, "period" jsonb not null, "verdict" text not null, "replicated_count" int null, "document_key" uuid null, primary key ("key"))`,
    `create index "model_review_model_type_key_index" on "model_review" ("model_type_key")`,
    `create index "model_review_reviewer_index" on "model_review" ("reviewer")`,
    `create index "model_review_place_index" on "model_review" ("place")`,
    `create index "model_review_document_key_index" on "model_review" ("document_key")`,
    `create table "reporting_obligation" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "reporter" text not null, "recipient" text not null, "agreement_key" uuid null, "document_key" uuid null, "period" jsonb not null, "due_on" date not null, "state" text not null, "received_on" date null, "report_key" uuid null, primary key ("key"))`,
    `create index "reporting_obligation_reporter_index" on "reporting_obligation" ("reporter")`,
    `create index "reporting_obligation_recipient_index" on "reporting_obligation" ("recipient")`,
    `create index "reporting_obligation_agreement_key_index" on "reporting_obligation" ("agreement_key")`,
    `create index "reporting_obligation_document_key_index" on "reporting_obligation" ("document_key")`,
    `create index "reporting_obligation_due_on_index" on "reporting_obligation" ("due_on")`,
    `create index "reporting_obligation_report_key_index" on "reporting_obligation" ("report_key")`,
    `alter table "self_managed_team" add "merged_into_key" uuid null`,
    `alter table "self_managed_team" add constraint "self_managed_team_merged_into_key_foreign" foreign key ("merged_into_key") references "self_managed_team" ("key") on delete set null`,
    `create index "self_managed_team_merged_into_key_index" on "self_managed_team" ("merged_into_key")`,
    `alter table "self_managed_team" add constraint "self_managed_team_has_members" check (member_count > 0)`,
    `alter table "self_managed_team" add constraint "self_managed_team_merged_into_another" check ((state = 'MERGED') = (merged_into_key is not null) and merged_into_key <> key)`,
    `alter table "model_type" add constraint "valid_in_order" check (valid_from < valid_to)`,
    `alter table "model_type" add constraint "model_type_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
    `alter table "model_type" add constraint "model_type_valid_from_precision_check" check ("valid_from_precision" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))`,
    `alter table "model_type" add constraint "model_type_valid_to_precision_check" check ("valid_to_precision" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))`,
    `alter table "model_review" add constraint "model_review_model_type_key_foreign" foreign key ("model_type_key") references "model_type" ("key")`,
    `alter table "model_review" add constraint "model_review_document_key_foreign" foreign key ("document_key") references "document" ("key") on delete set null`,
    `alter table "model_review" add constraint "model_review_counts_places" check (replicated_count >= 0)`,
    `alter table "model_review" add constraint "model_review_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
    `alter table "model_review" add constraint "model_review_verdict_check" check ("verdict" in ('EFFECTIVE', 'NEEDS_IMPROVEMENT', 'DISCONTINUED'))`,
    `alter table "reporting_obligation" add constraint "reporting_obligation_agreement_key_foreign" foreign key ("agreement_key") references "coordination_agreement" ("key") on delete set null`,
    `alter table "reporting_obligation" add constraint "reporting_obligation_document_key_foreign" foreign key ("document_key") references "document" ("key") on delete set null`,
    `alter table "reporting_obligation" add constraint "reporting_obligation_report_key_foreign" foreign key ("report_key") references "document" ("key") on delete set null`,
    `alter table "reporting_obligation" add constraint "reporting_obligation_received" check (coalesce(case state when 'RECEIVED' then received_on <= due_on when 'RECEIVED_LATE' then received_on > due_on else received_on is null end, false) and (received_on is null) = (report_key is null))`,
    `alter table "reporting_obligation" add constraint "reporting_obligation_has_basis" check (agreement_key is not null or document_key is not null)`,
    `alter table "reporting_obligation" add constraint "reporting_obligation_between_two" check (reporter <> recipient)`,
    `alter table "reporting_obligation" add constraint "reporting_obligation_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
    `alter table "reporting_obligation" add constraint "reporting_obligation_state_check" check ("state" in ('DUE', 'RECEIVED', 'OVERDUE', 'RECEIVED_LATE'))`,
  ],
  tables: ['reporting_obligation', 'model_type', 'model_review'],
  named: ['model_type'],
  guards: [
    {
      table: 'reporting_obligation',
      owners: 'array[reporter, recipient]',
      writable: `${OFFICER} and in_scope(recipient)`,
    },
    { table: 'model_type', writable: actsAs('DATA_STEWARD', 'UNION_OFFICER', 'POLICE_OFFICER') },
    { table: 'model_review', owners: 'array[reviewer]', writable: `${OFFICER} and in_scope(reviewer)` },
  ],
  after: [
    ...letWrite(
      'self_managed_team',
      `(${actsAs('UNION_OFFICER')} and in_scope(supporting_union))
       or (${actsAs('POLICE_OFFICER')} and in_scope(guiding_police))`,
    ),
    ...STANDING_SQL,
    ...STEPS_SQL,
  ],
});
