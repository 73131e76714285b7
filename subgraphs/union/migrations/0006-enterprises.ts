import { actsAs } from '../../shared/database/acting.js';
import { addedMigration } from '../../shared/database/acting-migration.js';
import { HELD_TOGETHER_SQL, holdTogether, type HeldLink } from './held-together.js';

const TABLES_SQL = [
  `create table "lodging_quarter" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "valid_from" date null, "valid_from_precision" text not null default 'UNKNOWN', "valid_to" date null, "valid_to_precision" text not null default 'UNKNOWN', "kind" text not null, "size_band" text null, "operator_kind" text not null, "unit_key" uuid not null, "zone_key" uuid null, primary key ("key"))`,
  `create index "lodging_quarter_unit_key_index" on "lodging_quarter" ("unit_key")`,
  `create index "lodging_quarter_zone_key_index" on "lodging_quarter" ("zone_key")`,
  `create table "facility" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "valid_from" date null, "valid_from_precision" text not null default 'UNKNOWN', "valid_to" date null, "valid_to_precision" text not null default 'UNKNOWN', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "kind" text not null, "unit_key" uuid not null, "organization_key" uuid not null, primary key ("key"))`,
  `create index "facility_unit_key_index" on "facility" ("unit_key")`,
  `create index "facility_organization_key_index" on "facility" ("organization_key")`,
  `create table "enterprise" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "valid_from" date null, "valid_from_precision" text not null default 'UNKNOWN', "valid_to" date null, "valid_to_precision" text not null default 'UNKNOWN', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "registration_number" text not null, "ownership" text not null, "size_class" text null, "unit_key" uuid not null, "zone_key" uuid null, "grassroots_union_key" uuid null, primary key ("key"))`,
  `create index "enterprise_unit_key_index" on "enterprise" ("unit_key")`,
  `create index "enterprise_zone_key_index" on "enterprise" ("zone_key")`,
  `create index "enterprise_grassroots_union_key_index" on "enterprise" ("grassroots_union_key")`,
  `alter table "lodging_quarter" add constraint "lodging_quarter_unit_key_foreign" foreign key ("unit_key") references "administrative_unit" ("key")`,
  `alter table "lodging_quarter" add constraint "lodging_quarter_zone_key_foreign" foreign key ("zone_key") references "industrial_zone" ("key") on delete set null`,
  `alter table "lodging_quarter" add constraint "valid_in_order" check (valid_from < valid_to)`,
  `alter table "lodging_quarter" add constraint "lodging_quarter_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
  `alter table "lodging_quarter" add constraint "lodging_quarter_valid_from_precision_check" check ("valid_from_precision" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))`,
  `alter table "lodging_quarter" add constraint "lodging_quarter_valid_to_precision_check" check ("valid_to_precision" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))`,
  `alter table "lodging_quarter" add constraint "lodging_quarter_kind_check" check ("kind" in ('HOUSE', 'QUARTER', 'SOCIAL_HOUSING'))`,
  `alter table "lodging_quarter" add constraint "lodging_quarter_size_band_check" check ("size_band" in ('UP_TO_10', 'FROM_11_TO_50', 'FROM_51_TO_100', 'OVER_100'))`,
  `alter table "lodging_quarter" add constraint "lodging_quarter_operator_kind_check" check ("operator_kind" in ('HOUSEHOLD', 'COMPANY', 'STATE'))`,
  `alter table "facility" add constraint "facility_unit_key_foreign" foreign key ("unit_key") references "administrative_unit" ("key")`,
  `alter table "facility" add constraint "facility_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key")`,
  `alter table "facility" add constraint "valid_in_order" check (valid_from < valid_to)`,
  `alter table "facility" add constraint "facility_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
  `alter table "facility" add constraint "facility_valid_from_precision_check" check ("valid_from_precision" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))`,
  `alter table "facility" add constraint "facility_valid_to_precision_check" check ("valid_to_precision" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))`,
  `alter table "facility" add constraint "facility_kind_check" check ("kind" in ('CULTURE_HOUSE', 'CLINIC', 'KINDERGARTEN', 'SCHOOL', 'HOUSING', 'OTHER'))`,
  `alter table "enterprise" add constraint "enterprise_unit_key_foreign" foreign key ("unit_key") references "administrative_unit" ("key")`,
  `alter table "enterprise" add constraint "enterprise_zone_key_foreign" foreign key ("zone_key") references "industrial_zone" ("key") on delete set null`,
  `alter table "enterprise" add constraint "enterprise_grassroots_union_key_foreign" foreign key ("grassroots_union_key") references "union_organization" ("key") on delete set null`,
  `alter table "enterprise" add constraint "valid_in_order" check (valid_from < valid_to)`,
  `alter table "enterprise" add constraint "enterprise_registration_number_form" check (registration_number ~ '^[0-9]{10}(-[0-9]{3})?$')`,
  `alter table "enterprise" add constraint "enterprise_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
  `alter table "enterprise" add constraint "enterprise_valid_from_precision_check" check ("valid_from_precision" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))`,
  `alter table "enterprise" add constraint "enterprise_valid_to_precision_check" check ("valid_to_precision" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))`,
  `alter table "enterprise" add constraint "enterprise_ownership_check" check ("ownership" in ('STATE', 'PRIVATE', 'FDI', 'COOPERATIVE'))`,
  `alter table "enterprise" add constraint "enterprise_size_class_check" check ("size_class" in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE'))`,
];

/**
 * SQL of whether the caller works where something is: for its grassroots union, for the confederation, or for a union that
 * is today in charge of its zone or its unit, of a unit above that, or of one that succeeded them.
 */
const SERVES_SQL = `create function caller_serves(grassroots_union uuid, unit uuid, zone uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    with recursive today(day) as (select caller_claim('today')::date),
    reached(key) as (
      select unit
      union
      select step.key from reached, today, lateral (
        select p.parent_key from administrative_parent p where p.child_key = reached.key
          and (p.valid_from is null or p.valid_from <= today.day)
          and (p.valid_to is null or p.valid_to > today.day)
        union all
        select s.to_key from succession_edge s where s.from_key = reached.key
          and s.to_key is not null and s.effective_on <= today.day
      ) step(key)
    )
    select in_scope('UnionOrganization:' || grassroots_union) or exists (
      select from union_organization o
      where 'UnionOrganization:' || o.key = caller_organization() and o.level = 'CENTRAL'
    ) or exists (
      select from union_jurisdiction j, today
      where (j.zone_key = zone or j.unit_key in (select key from reached))
        and (j.valid_from is null or j.valid_from <= today.day)
        and (j.valid_to is null or j.valid_to > today.day)
        and in_scope('UnionOrganization:' || j.organization_key)
    )
  $$`;

const LINKS: readonly HeldLink[] = [
  { table: 'enterprise', column: 'unit_key', target: 'administrative_unit' },
  { table: 'enterprise', column: 'zone_key', target: 'industrial_zone' },
  { table: 'enterprise', column: 'grassroots_union_key', target: 'union_organization' },
  { table: 'lodging_quarter', column: 'unit_key', target: 'administrative_unit' },
  { table: 'lodging_quarter', column: 'zone_key', target: 'industrial_zone' },
  { table: 'facility', column: 'unit_key', target: 'administrative_unit' },
  { table: 'facility', column: 'organization_key', target: 'union_organization' },
];

const STEWARD = `${actsAs('DATA_STEWARD')} and caller_organization() like 'UnionOrganization:%'`;

/** SQL: a steward of the union's data, or an officer in whose scope the row is. */
function writtenBy(scope: string): string {
  return `(${STEWARD}) or (${actsAs('UNION_OFFICER')} and ${scope})`;
}

/** Enterprises, lodging quarters and the unions' facilities. */
export const enterprises = addedMigration('0006-enterprises', {
  create: [...TABLES_SQL, HELD_TOGETHER_SQL, ...LINKS.flatMap(holdTogether), SERVES_SQL],
  tables: ['enterprise', 'lodging_quarter', 'facility'],
  named: ['enterprise', 'facility'],
  onePerDay: [['enterprise', 'registration_number', 'text_range']],
  guards: [
    { table: 'enterprise', writable: writtenBy('caller_serves(grassroots_union_key, unit_key, zone_key)') },
    { table: 'lodging_quarter', writable: writtenBy('caller_serves(null, unit_key, zone_key)') },
    { table: 'facility', writable: writtenBy(`in_scope('UnionOrganization:' || organization_key)`) },
  ],
});
