import { actsAs } from '../../shared/database/acting.js';
import { addedMigration } from '../../shared/database/acting-migration.js';
import { CALLER_ROLE } from '../../shared/database/caller-role.js';

/** What was recorded of a case or a claim changes by a correction of that very version alone, whoever writes it. */
const ONLY_CORRECTED_SQL = [
  `create function only_corrected() returns trigger
   language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (
      select from dispute_correction d
      where coalesce(d.claim_key, d.dispute_case_key) = new.key and d.corrected_version = old.version
    ) then
      raise exception '% %: breaks %', tg_table_name, new.key, tg_name
        using errcode = 'check_violation', constraint = tg_name;
    end if;
    return new;
  end $$`,
  'drop trigger claim_never_falls on claim',
  'drop function claim_never_falls()',
  `create trigger claim_only_corrected before update on claim for each row when (
     (old.dispute_case_key, old.kind, old.workers_band, old.legal_basis, old.amount_vnd) is distinct from
       (new.dispute_case_key, new.kind, new.workers_band, new.legal_basis, new.amount_vnd)
     or new.resolved_vnd < old.resolved_vnd
   ) execute function only_corrected()`,
  `create trigger labour_dispute_case_only_corrected before update on labour_dispute_case for each row when (
     (old.enterprise_key, old.province_key, old.started_on, old.kind, old.cause, old.main_claim) is distinct from
       (new.enterprise_key, new.province_key, new.started_on, new.kind, new.cause, new.main_claim)
   ) execute function only_corrected()`,
];

/** A case is corrected to be about an enterprise that the officer serves, as it is reported. */
const SERVED_SQL = [
  `create function labour_dispute_case_is_served() returns trigger language plpgsql as $$
  begin
    if not exists (
      select from enterprise e
      where e.key = new.enterprise_key and caller_serves(e.grassroots_union_key, e.unit_key, e.zone_key)
    ) then
      raise exception 'labour_dispute_case %: its enterprise is served by others', new.key
        using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,
  `create trigger labour_dispute_case_is_served before update of enterprise_key on labour_dispute_case for each row
   when (current_user = '${CALLER_ROLE}' and old.enterprise_key <> new.enterprise_key)
   execute function labour_dispute_case_is_served()`,
];

const OF_HANDLED = `${actsAs('UNION_OFFICER')} and exists (select from labour_dispute_case c where c.key = dispute_case_key)`;

/** Corrections of dispute cases and claims, as closed as those; each stays as it was made. */
export const disputeCorrections = addedMigration('0023-dispute-corrections', {
  create: [
    `create table "dispute_correction" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "dispute_case_key" uuid not null, "claim_key" uuid null, "corrected_version" int not null, "corrected_by" text not null, "corrected_on" date not null, "reason" text not null, "changes" jsonb not null, primary key ("key"))`,
    `create index "dispute_correction_dispute_case_key_index" on "dispute_correction" ("dispute_case_key")`,
    `create index "dispute_correction_claim_key_index" on "dispute_correction" ("claim_key")`,
    `create unique index dispute_correction_of_a_version on dispute_correction (coalesce(claim_key, dispute_case_key), corrected_version)`,
    `alter table "dispute_correction" add constraint "dispute_correction_dispute_case_key_foreign" foreign key ("dispute_case_key") references "labour_dispute_case" ("key")`,
    `alter table "dispute_correction" add constraint "dispute_correction_claim_key_foreign" foreign key ("claim_key") references "claim" ("key") on delete set null`,
    `alter table "dispute_correction" add constraint "dispute_correction_is_restricted" check ('RESTRICTED' = classification)`,
    `alter table "dispute_correction" add constraint "dispute_correction_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
  ],
  tables: ['dispute_correction'],
  guards: [{ table: 'dispute_correction', readable: OF_HANDLED, writable: OF_HANDLED }],
  after: [
    'drop policy dispute_correction_is_changed on dispute_correction',
    ...ONLY_CORRECTED_SQL,
    ...SERVED_SQL,
  ],
});
