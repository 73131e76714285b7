import { actsAs } from '../../shared/database/acting.js';
import { addedMigration } from '../../shared/database/acting-migration.js';
import { CALLER_ROLE } from '../../shared/database/caller-role.js';
import { letWrite } from '../../shared/database/guarding.js';
import { asOpenAs } from './as-open-as.js';
import type { MigrationObject } from '@mikro-orm/core';

const OFFICER = actsAs('UNION_OFFICER', 'POLICE_OFFICER');

/** A condition on the row that a row belongs to. */
function of(table: string, link: string, condition: string): string {
  return `exists (select from ${table} o where ${link} and ${condition})`;
}

const OWN_DOCUMENT = 'any_in_scope(o.issuers || o.prepared_by)';

/** Who may write the rows of tables that were read only so far, beside having the role. */
const WRITABLE: Readonly<Record<string, string>> = {
  document: 'any_in_scope(issuers || prepared_by)',
  document_relation: of('document', 'o.key in (from_key, to_key)', OWN_DOCUMENT),
  coordination_agreement: 'any_in_scope(parties)',
  activity: 'any_in_scope(organisers)',
  communication_product: of('activity', 'o.key = activity_key', 'any_in_scope(o.organisers)'),
};

/** The steps that callers may take; what the first data says anew is no step. Source: domain rule, life cycles. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  document: [
    'DRAFT>ISSUED',
    'ISSUED>IN_FORCE',
    'ISSUED>REPLACED',
    'ISSUED>REVOKED',
    'IN_FORCE>AMENDED',
    'IN_FORCE>REPLACED',
    'IN_FORCE>REVOKED',
    'IN_FORCE>EXPIRED',
    'AMENDED>REPLACED',
    'AMENDED>REVOKED',
    'AMENDED>EXPIRED',
  ],
  coordination_agreement: [
    'DRAFT>SIGNED',
    'SIGNED>IN_FORCE',
    'IN_FORCE>AMENDED',
    'IN_FORCE>SUPERSEDED',
    'IN_FORCE>EXPIRED',
    'IN_FORCE>TERMINATED',
    'AMENDED>SUPERSEDED',
    'AMENDED>EXPIRED',
    'AMENDED>TERMINATED',
  ],
  activity: ['PLANNED>APPROVED', 'PLANNED>CANCELLED', 'APPROVED>HELD', 'APPROVED>CANCELLED', 'HELD>REPORTED'],
};

function onlySteps([table, steps]: readonly [string, readonly string[]]): string {
  return `create trigger ${table}_steps before update of state on ${table}
    for each row when (current_user = '${CALLER_ROLE}')
    execute function hold_to_steps(${steps.map((step) => `'${step}'`).join(', ')})`;
}

/**
 * Of one line of agreements, each superseding the one before, no two are ever in force on one day: each ends by the first
 * day of its successor, of which it has one; see `coordination_agreement_one_successor`. Seen at the end of the transaction.
 */
const LINE_SQL: readonly string[] = [
  `create function coordination_agreement_line() returns trigger
   language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
      select from coordination_agreement p join coordination_agreement s on s.supersedes_key = p.key
      where new.key in (p.key, s.key) and s.state not in ('DRAFT', 'SIGNED')
        and (p.valid_to is null or p.valid_to > s.valid_from)
    ) then
      raise exception 'agreement %: in force beside its successor', new.key
        using errcode = 'check_violation', constraint = 'one-of-a-line-in-force';
    end if;
    return null;
  end $$`,
  `create constraint trigger coordination_agreement_line after insert or update on coordination_agreement
   deferrable initially deferred for each row execute function coordination_agreement_line()`,
  `create function is_continued_by(organization text, others text[]) returns boolean
   language sql stable security definer set search_path = public, pg_temp as $$
    with recursive reached(ref) as (
      select organization
      union
      select e.above from reached join organization_edge e on e.below = reached.ref
    )
    select exists (select from reached where ref = any(others))
  $$`,
];

/** Officers write documents, agreements and activities; each party signs an agreement for itself. */
export const writing: MigrationObject = addedMigration('0005-writing', {
  create: [
    `create table "agreement_signature" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "agreement_key" uuid not null, "party" text not null, "signed_on" date not null, "signatory_key" uuid not null, "recorded_by" text not null, primary key ("key"))`,
    `alter table "agreement_signature" add constraint "agreement_signature_agreement_key_party_unique" unique ("agreement_key", "party")`,
    `alter table "agreement_signature" add constraint "agreement_signature_agreement_key_foreign" foreign key ("agreement_key") references "coordination_agreement" ("key")`,
    `alter table "agreement_signature" add constraint "agreement_signature_signatory_key_foreign" foreign key ("signatory_key") references "office_holding" ("key")`,
    `alter table "agreement_signature" add constraint "agreement_signature_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
    `alter table "coordination_agreement" add "is_binding" boolean not null default true`,
    `create unique index coordination_agreement_one_successor on coordination_agreement (supersedes_key) where state not in ('DRAFT', 'SIGNED')`,
    `alter table "coordination_agreement" add constraint "agreement_over_has_end" check (state not in ('SUPERSEDED', 'EXPIRED', 'TERMINATED') or valid_to is not null)`,
    `alter table "coordination_agreement" add constraint "agreement_in_force_has_first_day" check (state not in ('IN_FORCE', 'AMENDED') or valid_from is not null)`,
    `alter table "document_relation" add constraint "document_relation_from_key_to_key_kind_unique" unique ("from_key", "to_key", "kind")`,
    `alter table "document_relation" add constraint "document_relation_between_two" check (from_key <> to_key)`,
    `alter table "activity" add "planned_for" date null, add "planned_by" text null`,
  ],
  tables: ['agreement_signature'],
  guards: [
    {
      table: 'agreement_signature',
      writable: `${OFFICER} and in_scope(party)
        and ${of('coordination_agreement', 'o.key = agreement_key', 'party = any(o.parties)')}`,
    },
  ],
  after: [
    ...Object.entries(WRITABLE).flatMap(([table, own]) => letWrite(table, `${OFFICER} and ${own}`)),
    ...Object.entries(STEPS).map(onlySteps),
    ...LINE_SQL,
    ...asOpenAs('document_relation', [
      { column: 'from_key', table: 'document' },
      { column: 'to_key', table: 'document' },
    ]),
    ...asOpenAs('communication_product', [{ column: 'activity_key', table: 'activity' }]),
    ...asOpenAs('agreement_signature', [{ column: 'agreement_key', table: 'coordination_agreement' }]),
  ],
});
