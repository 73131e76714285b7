import { Migration } from '@mikro-orm/migrations';

/** create register. */
export class Migration0001 extends Migration {
  override up(): void {
    this.addSql(
      'create table "administrative_unit" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "code" text not null, "level" text not null, "unit_type" text not null, primary key ("key"))',
    );
    this.addSql('create index "administrative_unit_code_index" on "administrative_unit" ("code")');
    this.addSql(
      'create table "administrative_parent" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "child_key" uuid not null, "parent_key" uuid not null, primary key ("key"))',
    );
    this.addSql(
      'create index "administrative_parent_child_key_index" on "administrative_parent" ("child_key")',
    );
    this.addSql(
      'create index "administrative_parent_parent_key_index" on "administrative_parent" ("parent_key")',
    );
    this.addSql(
      'create table "catalogue_term" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "catalogue" text not null, primary key ("key"))',
    );
    this.addSql(
      'create table "industrial_zone" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "kind" text not null, "units" text[] not null default \'{}\', primary key ("key"))',
    );
    this.addSql('create index "industrial_zone_units_index" on "industrial_zone" using gin ("units")');
    this.addSql(
      'create table "succession_edge" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "from_key" uuid not null, "to_key" uuid null, "kind" text not null, "effective_on" date not null, "legal_document" text null, primary key ("key"))',
    );
    this.addSql('create index "succession_edge_from_key_index" on "succession_edge" ("from_key")');
    this.addSql('create index "succession_edge_to_key_index" on "succession_edge" ("to_key")');
    this.addSql(
      'create table "union_level_period" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "level" text not null, primary key ("key"))',
    );
    this.addSql(
      'create table "union_organization" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "level" text not null, "abbreviation" text null, "other_names" jsonb not null default \'[]\', primary key ("key"))',
    );
    this.addSql(
      'create table "union_jurisdiction" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "organization_key" uuid not null, "unit_key" uuid null, "zone_key" uuid null, primary key ("key"))',
    );
    this.addSql(
      'create index "union_jurisdiction_organization_key_index" on "union_jurisdiction" ("organization_key")',
    );
    this.addSql('create index "union_jurisdiction_unit_key_index" on "union_jurisdiction" ("unit_key")');
    this.addSql('create index "union_jurisdiction_zone_key_index" on "union_jurisdiction" ("zone_key")');
    this.addSql(
      'create table "union_department" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "organization_key" uuid not null, "kind" text not null, "abbreviation" text null, primary key ("key"))',
    );
    this.addSql(
      'create index "union_department_organization_key_index" on "union_department" ("organization_key")',
    );
    this.addSql(
      'create table "social_channel_statistic" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "unit_key" uuid null, "organization_key" uuid null, "quantity" jsonb not null, "as_of" jsonb not null, "period_start" jsonb null, "change" jsonb null, "change_since" jsonb null, "state" text not null default \'PUBLISHED\', "metric" text not null default \'PAGES_AND_GROUPS\', "levels" text[] not null default \'{}\', primary key ("key"))',
    );
    this.addSql(
      'create index "social_channel_statistic_unit_key_index" on "social_channel_statistic" ("unit_key")',
    );
    this.addSql(
      'create index "social_channel_statistic_organization_key_index" on "social_channel_statistic" ("organization_key")',
    );
    this.addSql(
      'create index "social_channel_statistic_levels_index" on "social_channel_statistic" using gin ("levels")',
    );
    this.addSql(
      'create table "organization_parent" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "child_key" uuid not null, "parent_key" uuid not null, primary key ("key"))',
    );
    this.addSql('create index "organization_parent_child_key_index" on "organization_parent" ("child_key")');
    this.addSql(
      'create index "organization_parent_parent_key_index" on "organization_parent" ("parent_key")',
    );
    this.addSql(
      'create table "official_channel" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "organization_key" uuid not null, "kind" text not null, "frequency" text null, "operator" text null, primary key ("key"))',
    );
    this.addSql(
      'create index "official_channel_organization_key_index" on "official_channel" ("organization_key")',
    );
    this.addSql(
      'create table "membership_statistic" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "unit_key" uuid null, "organization_key" uuid null, "quantity" jsonb not null, "as_of" jsonb not null, "period_start" jsonb null, "change" jsonb null, "change_since" jsonb null, "state" text not null default \'PUBLISHED\', "metric" text not null, "whole_key" uuid null, primary key ("key"))',
    );
    this.addSql('create index "membership_statistic_unit_key_index" on "membership_statistic" ("unit_key")');
    this.addSql(
      'create index "membership_statistic_organization_key_index" on "membership_statistic" ("organization_key")',
    );
    this.addSql(
      'create index "membership_statistic_whole_key_index" on "membership_statistic" ("whole_key")',
    );
    this.addSql(
      'create table "media_programme" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "organization_key" uuid not null, "kind" text not null, "frequency" text null, "channel_key" uuid null, "outlets" text[] not null default \'{}\', "audience_vi" text null, "audience_en" text null, primary key ("key"))',
    );
    this.addSql(
      'create index "media_programme_organization_key_index" on "media_programme" ("organization_key")',
    );
    this.addSql('create index "media_programme_channel_key_index" on "media_programme" ("channel_key")');
    this.addSql('create index "media_programme_outlets_index" on "media_programme" using gin ("outlets")');
    this.addSql(
      'create table "union_programme" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "organization_key" uuid not null, "kind" text not null, "police_partners" text[] not null default \'{}\', primary key ("key"))',
    );
    this.addSql(
      'create index "union_programme_organization_key_index" on "union_programme" ("organization_key")',
    );
    this.addSql(
      'create index "union_programme_police_partners_index" on "union_programme" using gin ("police_partners")',
    );
    this.addSql(
      'create table "union_succession" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "from_key" uuid not null, "to_key" uuid not null, "kind" text not null, "effective_on" date not null, primary key ("key"))',
    );
    this.addSql('create index "union_succession_from_key_index" on "union_succession" ("from_key")');
    this.addSql('create index "union_succession_to_key_index" on "union_succession" ("to_key")');
    this.addSql(
      'create table "welfare_programme" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "kind" text not null, "organizations" text[] not null default \'{}\', "facility_types" text[] not null default \'{}\', "place_types" text[] not null default \'{}\', primary key ("key"))',
    );
    this.addSql(
      'create index "welfare_programme_organizations_index" on "welfare_programme" using gin ("organizations")',
    );
    this.addSql(
      'create table "welfare_statistic" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "unit_key" uuid null, "organization_key" uuid null, "quantity" jsonb not null, "as_of" jsonb not null, "period_start" jsonb null, "change" jsonb null, "change_since" jsonb null, "state" text not null default \'PUBLISHED\', "metric" text not null, "programmes" text[] not null default \'{}\', primary key ("key"))',
    );
    this.addSql('create index "welfare_statistic_unit_key_index" on "welfare_statistic" ("unit_key")');
    this.addSql(
      'create index "welfare_statistic_organization_key_index" on "welfare_statistic" ("organization_key")',
    );
    this.addSql(
      'create index "welfare_statistic_programmes_index" on "welfare_statistic" using gin ("programmes")',
    );
    this.addSql(
      'create table "workforce_statistic" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "unit_key" uuid null, "organization_key" uuid null, "quantity" jsonb not null, "as_of" jsonb not null, "period_start" jsonb null, "change" jsonb null, "change_since" jsonb null, "state" text not null default \'PUBLISHED\', "metric" text not null, "sector" text not null default \'ALL\', "earlier_key" uuid null, primary key ("key"))',
    );
    this.addSql('create index "workforce_statistic_unit_key_index" on "workforce_statistic" ("unit_key")');
    this.addSql(
      'create index "workforce_statistic_organization_key_index" on "workforce_statistic" ("organization_key")',
    );
    this.addSql(
      'create index "workforce_statistic_earlier_key_index" on "workforce_statistic" ("earlier_key")',
    );
    this.addSql(
      'alter table "administrative_unit" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "administrative_unit" add constraint "administrative_unit_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"administrative_unit\" add constraint \"administrative_unit_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"administrative_unit\" add constraint \"administrative_unit_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "administrative_unit" add constraint "administrative_unit_level_check" check ("level" in (\'PROVINCE\', \'DISTRICT\', \'COMMUNE\'))',
    );
    this.addSql(
      "alter table \"administrative_unit\" add constraint \"administrative_unit_unit_type_check\" check (\"unit_type\" in ('TINH', 'THANH_PHO_TRUC_THUOC_TW', 'QUAN', 'HUYEN', 'THI_XA', 'THANH_PHO_THUOC_TINH', 'XA', 'PHUONG', 'THI_TRAN', 'DAC_KHU'))",
    );
    this.addSql(
      'alter table "administrative_parent" add constraint "administrative_parent_child_key_foreign" foreign key ("child_key") references "administrative_unit" ("key")',
    );
    this.addSql(
      'alter table "administrative_parent" add constraint "administrative_parent_parent_key_foreign" foreign key ("parent_key") references "administrative_unit" ("key")',
    );
    this.addSql(
      'alter table "administrative_parent" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "administrative_parent" add constraint "administrative_parent_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"administrative_parent\" add constraint \"administrative_parent_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"administrative_parent\" add constraint \"administrative_parent_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql('alter table "catalogue_term" add constraint "valid_in_order" check (valid_from < valid_to)');
    this.addSql(
      'alter table "catalogue_term" add constraint "catalogue_term_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"catalogue_term\" add constraint \"catalogue_term_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"catalogue_term\" add constraint \"catalogue_term_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "catalogue_term" add constraint "catalogue_term_catalogue_check" check ("catalogue" in (\'PLACE_TYPE\', \'FACILITY_TYPE\', \'ORGANIZATION_TYPE\'))',
    );
    this.addSql(
      'alter table "industrial_zone" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "industrial_zone" add constraint "industrial_zone_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"industrial_zone\" add constraint \"industrial_zone_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"industrial_zone\" add constraint \"industrial_zone_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"industrial_zone\" add constraint \"industrial_zone_kind_check\" check (\"kind\" in ('INDUSTRIAL_PARK', 'INDUSTRIAL_CLUSTER', 'EXPORT_PROCESSING_ZONE', 'ECONOMIC_ZONE', 'HIGH_TECH_PARK'))",
    );
    this.addSql(
      'alter table "succession_edge" add constraint "succession_edge_from_key_foreign" foreign key ("from_key") references "administrative_unit" ("key")',
    );
    this.addSql(
      'alter table "succession_edge" add constraint "succession_edge_to_key_foreign" foreign key ("to_key") references "administrative_unit" ("key") on delete set null',
    );
    this.addSql(
      'alter table "succession_edge" add constraint "succession_edge_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"succession_edge\" add constraint \"succession_edge_kind_check\" check (\"kind\" in ('MERGED_INTO', 'PART_MERGED_INTO', 'SPLIT_INTO', 'RENAMED', 'UPGRADED', 'ABOLISHED'))",
    );
    this.addSql(
      'alter table "union_level_period" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "union_level_period" add constraint "union_level_period_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"union_level_period\" add constraint \"union_level_period_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"union_level_period\" add constraint \"union_level_period_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"union_level_period\" add constraint \"union_level_period_level_check\" check (\"level\" in ('CENTRAL', 'PROVINCIAL', 'SECTORAL_CENTRAL', 'CORPORATION', 'DISTRICT', 'INDUSTRIAL_ZONE', 'COMMUNE', 'OTHER_IMMEDIATE_SUPERIOR', 'GRASSROOTS', 'GRASSROOTS_SYNDICATE'))",
    );
    this.addSql(
      'alter table "union_organization" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "union_organization" add constraint "union_organization_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"union_organization\" add constraint \"union_organization_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"union_organization\" add constraint \"union_organization_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"union_organization\" add constraint \"union_organization_level_check\" check (\"level\" in ('CENTRAL', 'PROVINCIAL', 'SECTORAL_CENTRAL', 'CORPORATION', 'DISTRICT', 'INDUSTRIAL_ZONE', 'COMMUNE', 'OTHER_IMMEDIATE_SUPERIOR', 'GRASSROOTS', 'GRASSROOTS_SYNDICATE'))",
    );
    this.addSql(
      'alter table "union_jurisdiction" add constraint "union_jurisdiction_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key")',
    );
    this.addSql(
      'alter table "union_jurisdiction" add constraint "union_jurisdiction_unit_key_foreign" foreign key ("unit_key") references "administrative_unit" ("key") on delete set null',
    );
    this.addSql(
      'alter table "union_jurisdiction" add constraint "union_jurisdiction_zone_key_foreign" foreign key ("zone_key") references "industrial_zone" ("key") on delete set null',
    );
    this.addSql(
      'alter table "union_jurisdiction" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "union_jurisdiction" add constraint "union_jurisdiction_one_place" check (num_nonnulls(unit_key, zone_key) = 1)',
    );
    this.addSql(
      'alter table "union_jurisdiction" add constraint "union_jurisdiction_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"union_jurisdiction\" add constraint \"union_jurisdiction_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"union_jurisdiction\" add constraint \"union_jurisdiction_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "union_department" add constraint "union_department_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key")',
    );
    this.addSql(
      'alter table "union_department" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "union_department" add constraint "union_department_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"union_department\" add constraint \"union_department_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"union_department\" add constraint \"union_department_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"union_department\" add constraint \"union_department_kind_check\" check (\"kind\" in ('STANDING_BOARD', 'PERMANENT_LEADERSHIP', 'SPECIALISED_BOARD', 'OFFICE', 'RECORDS_OFFICE', 'CULTURE_HOUSE', 'SECRECY_TEAM'))",
    );
    this.addSql(
      'alter table "social_channel_statistic" add constraint "social_channel_statistic_unit_key_foreign" foreign key ("unit_key") references "administrative_unit" ("key") on delete set null',
    );
    this.addSql(
      'alter table "social_channel_statistic" add constraint "social_channel_statistic_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key") on delete set null',
    );
    this.addSql(
      'alter table "social_channel_statistic" add constraint "social_channel_statistic_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"social_channel_statistic\" add constraint \"social_channel_statistic_state_check\" check (\"state\" in ('PROVISIONAL', 'PUBLISHED', 'CORRECTED', 'WITHDRAWN'))",
    );
    this.addSql(
      'alter table "social_channel_statistic" add constraint "social_channel_statistic_metric_check" check ("metric" in (\'PAGES_AND_GROUPS\'))',
    );
    this.addSql(
      'alter table "organization_parent" add constraint "organization_parent_child_key_foreign" foreign key ("child_key") references "union_organization" ("key")',
    );
    this.addSql(
      'alter table "organization_parent" add constraint "organization_parent_parent_key_foreign" foreign key ("parent_key") references "union_organization" ("key")',
    );
    this.addSql(
      'alter table "organization_parent" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "organization_parent" add constraint "organization_parent_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"organization_parent\" add constraint \"organization_parent_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"organization_parent\" add constraint \"organization_parent_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "official_channel" add constraint "official_channel_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key")',
    );
    this.addSql(
      'alter table "official_channel" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "official_channel" add constraint "official_channel_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"official_channel\" add constraint \"official_channel_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"official_channel\" add constraint \"official_channel_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"official_channel\" add constraint \"official_channel_kind_check\" check (\"kind\" in ('FACEBOOK', 'ZALO', 'TIKTOK', 'PORTAL', 'RADIO', 'TELEVISION', 'PRESS'))",
    );
    this.addSql(
      'alter table "membership_statistic" add constraint "membership_statistic_unit_key_foreign" foreign key ("unit_key") references "administrative_unit" ("key") on delete set null',
    );
    this.addSql(
      'alter table "membership_statistic" add constraint "membership_statistic_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key") on delete set null',
    );
    this.addSql(
      'alter table "membership_statistic" add constraint "membership_statistic_whole_key_foreign" foreign key ("whole_key") references "membership_statistic" ("key") on delete set null',
    );
    this.addSql(
      'alter table "membership_statistic" add constraint "membership_statistic_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"membership_statistic\" add constraint \"membership_statistic_state_check\" check (\"state\" in ('PROVISIONAL', 'PUBLISHED', 'CORRECTED', 'WITHDRAWN'))",
    );
    this.addSql(
      'alter table "membership_statistic" add constraint "membership_statistic_metric_check" check ("metric" in (\'MEMBERS\', \'MEMBERS_AND_WORKERS\'))',
    );
    this.addSql(
      'alter table "media_programme" add constraint "media_programme_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key")',
    );
    this.addSql(
      'alter table "media_programme" add constraint "media_programme_channel_key_foreign" foreign key ("channel_key") references "official_channel" ("key") on delete set null',
    );
    this.addSql(
      'alter table "media_programme" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "media_programme" add constraint "media_programme_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"media_programme\" add constraint \"media_programme_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"media_programme\" add constraint \"media_programme_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"media_programme\" add constraint \"media_programme_kind_check\" check (\"kind\" in ('RADIO_FEATURE', 'TELEVISION_FEATURE', 'TELEVISION_REPORT', 'PRESS_ARTICLES', 'PRESS_DISTRIBUTION', 'LIVE_PROGRAMME'))",
    );
    this.addSql(
      'alter table "media_programme" add constraint "media_programme_frequency_check" check ("frequency" in (\'DAILY\', \'MONTHLY\', \'YEARLY\'))',
    );
    this.addSql(
      'alter table "union_programme" add constraint "union_programme_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key")',
    );
    this.addSql(
      'alter table "union_programme" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "union_programme" add constraint "union_programme_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"union_programme\" add constraint \"union_programme_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"union_programme\" add constraint \"union_programme_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "union_programme" add constraint "union_programme_kind_check" check ("kind" in (\'PROGRAMME\', \'CAMPAIGN\', \'ANNUAL_PLAN\'))',
    );
    this.addSql(
      'alter table "union_succession" add constraint "union_succession_from_key_foreign" foreign key ("from_key") references "union_organization" ("key")',
    );
    this.addSql(
      'alter table "union_succession" add constraint "union_succession_to_key_foreign" foreign key ("to_key") references "union_organization" ("key")',
    );
    this.addSql(
      'alter table "union_succession" add constraint "union_succession_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"union_succession\" add constraint \"union_succession_kind_check\" check (\"kind\" in ('CONTINUED_BY', 'MERGED_INTO', 'SPLIT_INTO', 'FUNCTIONS_TO'))",
    );
    this.addSql(
      'alter table "welfare_programme" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "welfare_programme" add constraint "welfare_programme_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"welfare_programme\" add constraint \"welfare_programme_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"welfare_programme\" add constraint \"welfare_programme_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"welfare_programme\" add constraint \"welfare_programme_kind_check\" check (\"kind\" in ('TET_CARE', 'WORKERS_MONTH', 'FREE_GOODS', 'HOUSING_SUPPORT', 'FACILITIES'))",
    );
    this.addSql(
      'alter table "welfare_statistic" add constraint "welfare_statistic_unit_key_foreign" foreign key ("unit_key") references "administrative_unit" ("key") on delete set null',
    );
    this.addSql(
      'alter table "welfare_statistic" add constraint "welfare_statistic_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key") on delete set null',
    );
    this.addSql(
      'alter table "welfare_statistic" add constraint "welfare_statistic_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"welfare_statistic\" add constraint \"welfare_statistic_state_check\" check (\"state\" in ('PROVISIONAL', 'PUBLISHED', 'CORRECTED', 'WITHDRAWN'))",
    );
    this.addSql(
      'alter table "welfare_statistic" add constraint "welfare_statistic_metric_check" check ("metric" in (\'BENEFICIARIES\', \'AMOUNT\'))',
    );
    this.addSql(
      'alter table "workforce_statistic" add constraint "workforce_statistic_unit_key_foreign" foreign key ("unit_key") references "administrative_unit" ("key") on delete set null',
    );
    this.addSql(
      'alter table "workforce_statistic" add constraint "workforce_statistic_organization_key_foreign" foreign key ("organization_key") references "union_organization" ("key") on delete set null',
    );
    this.addSql(
      'alter table "workforce_statistic" add constraint "workforce_statistic_earlier_key_foreign" foreign key ("earlier_key") references "workforce_statistic" ("key") on delete set null',
    );
    this.addSql(
      'alter table "workforce_statistic" add constraint "workforce_statistic_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"workforce_statistic\" add constraint \"workforce_statistic_state_check\" check (\"state\" in ('PROVISIONAL', 'PUBLISHED', 'CORRECTED', 'WITHDRAWN'))",
    );
    this.addSql(
      'alter table "workforce_statistic" add constraint "workforce_statistic_metric_check" check ("metric" in (\'WORKERS\', \'TRAINED_LABOUR_SHARE\', \'AVERAGE_MONTHLY_WAGE\'))',
    );
    this.addSql(
      "alter table \"workforce_statistic\" add constraint \"workforce_statistic_sector_check\" check (\"sector\" in ('ALL', 'PUBLIC_SERVICE', 'ENTERPRISE', 'INDUSTRIAL_PARK'))",
    );
  }
}
