import { Migration } from '@mikro-orm/migrations';

/** create register. */
export class Migration0001 extends Migration {
  override up(): void {
    this.addSql(
      'create table "document" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "symbol" text null, "symbol_status" text null, "aliases" jsonb not null default \'[]\', "symbol_keys" text[] not null default \'{}\', "family" text null, "document_type" text not null, "issuers" text[] not null default \'{}\', "issuing_office_vi" text null, "issuing_office_en" text null, "prepared_by" text[] not null default \'{}\', "issued_on" jsonb null, "title_as_cited" text null, "title_normalised" text null, "stage" jsonb null, "state" text not null, "signatories" text[] not null default \'{}\', primary key ("key"))',
    );
    this.addSql('create index "document_symbol_keys_index" on "document" using gin ("symbol_keys")');
    this.addSql('create index "document_issuers_index" on "document" using gin ("issuers")');
    this.addSql('create index "document_signatories_index" on "document" using gin ("signatories")');
    this.addSql(
      'create table "coordination_agreement" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "kind" text not null, "ordinal" int null, "parties" text[] not null default \'{}\', "signed_on" jsonb null, "signatories" text[] not null default \'{}\', "tasks" jsonb not null default \'[]\', "state" text not null, "document_key" uuid null, "supersedes_key" uuid null, primary key ("key"))',
    );
    this.addSql(
      'create index "coordination_agreement_document_key_index" on "coordination_agreement" ("document_key")',
    );
    this.addSql(
      'create index "coordination_agreement_supersedes_key_index" on "coordination_agreement" ("supersedes_key")',
    );
    this.addSql(
      'create index "coordination_agreement_parties_index" on "coordination_agreement" using gin ("parties")',
    );
    this.addSql(
      'create index "coordination_agreement_signatories_index" on "coordination_agreement" using gin ("signatories")',
    );
    this.addSql(
      'create table "document_relation" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "from_key" uuid not null, "to_key" uuid not null, "kind" text not null, primary key ("key"))',
    );
    this.addSql('create index "document_relation_from_key_index" on "document_relation" ("from_key")');
    this.addSql('create index "document_relation_to_key_index" on "document_relation" ("to_key")');
    this.addSql(
      'create table "finding" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "kind" text not null, "ordinal" int null, "text_vi" text not null, "text_en" text not null, "organizations" text[] not null default \'{}\', "period" jsonb null, "cause" text null, "claim_kinds" jsonb not null default \'[]\', primary key ("key"))',
    );
    this.addSql('create index "finding_organizations_index" on "finding" using gin ("organizations")');
    this.addSql(
      'create table "movement" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "variants" jsonb not null default \'[]\', primary key ("key"))',
    );
    this.addSql(
      'create table "activity" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "kind" text not null, "level" text not null, "name_vi" text not null, "name_en" text null, "organisers" text[] not null default \'{}\', "co_organisers" text[] not null default \'{}\', "places" text[] not null default \'{}\', "place_kinds" jsonb not null default \'[]\', "topics" jsonb not null default \'[]\', "audience_kinds" jsonb not null default \'[]\', "held_on" jsonb null, "recurrence" text null, "period_reviewed" jsonb null, "movement_key" uuid null, "agreement" text null, "participants_band" jsonb null, "state" text not null, primary key ("key"))',
    );
    this.addSql('create index "activity_movement_key_index" on "activity" ("movement_key")');
    this.addSql('create index "activity_agreement_index" on "activity" ("agreement")');
    this.addSql('create index "activity_organisers_index" on "activity" using gin ("organisers")');
    this.addSql('create index "activity_co_organisers_index" on "activity" using gin ("co_organisers")');
    this.addSql('create index "activity_places_index" on "activity" using gin ("places")');
    this.addSql(
      'create table "communication_product" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "activity_key" uuid not null, "kind" text not null, "quantity" jsonb null, primary key ("key"))',
    );
    this.addSql(
      'create index "communication_product_activity_key_index" on "communication_product" ("activity_key")',
    );
    this.addSql(
      'create table "official" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "name" text not null, "sort_key" text not null, primary key ("key"))',
    );
    this.addSql(
      'create table "office_holding" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "official_key" uuid not null, "office_vi" text not null, "office_en" text not null, "rank_vi" text null, "rank_en" text null, "organization" text not null, "activities" text[] not null default \'{}\', "attested_on" jsonb not null, primary key ("key"))',
    );
    this.addSql('create index "office_holding_official_key_index" on "office_holding" ("official_key")');
    this.addSql('create index "office_holding_organization_index" on "office_holding" ("organization")');
    this.addSql(
      'create index "office_holding_activities_index" on "office_holding" using gin ("activities")',
    );
    this.addSql(
      'create table "police_organization" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "level" text not null, "abbreviation" text null, "superior_key" uuid null, primary key ("key"))',
    );
    this.addSql(
      'create index "police_organization_superior_key_index" on "police_organization" ("superior_key")',
    );
    this.addSql(
      'create table "police_jurisdiction" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "police_key" uuid not null, "unit" text not null, primary key ("key"))',
    );
    this.addSql(
      'create index "police_jurisdiction_police_key_index" on "police_jurisdiction" ("police_key")',
    );
    this.addSql('create index "police_jurisdiction_unit_index" on "police_jurisdiction" ("unit")');
    this.addSql(
      'create table "counterpart" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "union_side" text not null, "police_key" uuid not null, "fields_vi" text null, "fields_en" text null, primary key ("key"))',
    );
    this.addSql('create index "counterpart_union_side_index" on "counterpart" ("union_side")');
    this.addSql('create index "counterpart_police_key_index" on "counterpart" ("police_key")');
    this.addSql(
      'create table "police_succession" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "kind" text not null, "effective_on" date not null, "legal_basis_key" uuid null, "from_key" uuid not null, "to_key" uuid not null, primary key ("key"))',
    );
    this.addSql('create index "police_succession_from_key_index" on "police_succession" ("from_key")');
    this.addSql('create index "police_succession_to_key_index" on "police_succession" ("to_key")');
    this.addSql(
      'create table "programme" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "kind" text not null, "owner" text null, "vision_year" int null, "component_groups" jsonb null, primary key ("key"))',
    );
    this.addSql('create index "programme_owner_index" on "programme" ("owner")');
    this.addSql(
      'create table "public_body" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "kind" text not null, "abbreviation" text null, "territory" text null, "parent_key" uuid null, "standing_agency" text null, primary key ("key"))',
    );
    this.addSql('create index "public_body_territory_index" on "public_body" ("territory")');
    this.addSql('create index "public_body_parent_key_index" on "public_body" ("parent_key")');
    this.addSql(
      'create table "public_body_succession" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "kind" text not null, "effective_on" date not null, "legal_basis_key" uuid null, "from_key" uuid not null, "to_key" uuid not null, primary key ("key"))',
    );
    this.addSql(
      'create index "public_body_succession_from_key_index" on "public_body_succession" ("from_key")',
    );
    this.addSql('create index "public_body_succession_to_key_index" on "public_body_succession" ("to_key")');
    this.addSql(
      'create table "self_managed_team" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "kind" text not null, "place" text not null, "supporting_union" text null, "guiding_police" text null, "established_on" jsonb null, "member_count" int null, "trainings" text[] not null default \'{}\', "state" text not null, primary key ("key"))',
    );
    this.addSql('create index "self_managed_team_place_index" on "self_managed_team" ("place")');
    this.addSql(
      'create index "self_managed_team_supporting_union_index" on "self_managed_team" ("supporting_union")',
    );
    this.addSql(
      'create index "self_managed_team_guiding_police_index" on "self_managed_team" ("guiding_police")',
    );
    this.addSql(
      'create table "team_statistic" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "kind" text not null, "count" jsonb not null, "locality_count" jsonb null, "as_of" jsonb not null, "place" text null, "organization" text null, primary key ("key"))',
    );
    this.addSql('create index "team_statistic_place_index" on "team_statistic" ("place")');
    this.addSql('create index "team_statistic_organization_index" on "team_statistic" ("organization")');
    this.addSql(
      'create table "tip_statistic" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "scope" text not null, "place" text null, "period" jsonb not null, "tips" jsonb not null, "valuable" jsonb null, "cases_band" jsonb null, primary key ("key"))',
    );
    this.addSql('create index "tip_statistic_place_index" on "tip_statistic" ("place")');
    this.addSql('alter table "document" add constraint "valid_in_order" check (valid_from < valid_to)');
    this.addSql(
      'alter table "document" add constraint "document_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"document\" add constraint \"document_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"document\" add constraint \"document_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"document\" add constraint \"document_symbol_status_check\" check (\"symbol_status\" in ('CLEAR', 'DISPUTED', 'INCOMPLETE', 'IRREGULAR'))",
    );
    this.addSql(
      "alter table \"document\" add constraint \"document_family_check\" check (\"family\" in ('PARTY_CENTRAL', 'PARTY_PROVINCIAL', 'NATIONAL_ASSEMBLY', 'GOVERNMENT', 'MINISTRY', 'PEOPLES_COMMITTEE', 'STEERING_COMMITTEE', 'CONFEDERATION_OF_LABOUR', 'FEDERATION_OF_LABOUR', 'JOINT', 'INTERNATIONAL'))",
    );
    this.addSql(
      "alter table \"document\" add constraint \"document_document_type_check\" check (\"document_type\" in ('LAW', 'ORDINANCE', 'ORDER', 'RESOLUTION', 'JOINT_RESOLUTION', 'DECREE', 'DECISION', 'CIRCULAR', 'JOINT_CIRCULAR', 'DIRECTIVE', 'REGULATION', 'RULE', 'NOTICE', 'COMMUNIQUE', 'GUIDANCE', 'PROGRAMME', 'PLAN', 'OPTION_PAPER', 'SCHEME', 'PROJECT', 'REPORT', 'MINUTES', 'SUBMISSION', 'TELEGRAM', 'MEMORANDUM', 'WRITTEN_AGREEMENT', 'OFFICIAL_LETTER', 'COORDINATION_REGULATION', 'COORDINATION_PROGRAMME', 'COORDINATION_PLAN', 'CONCLUSION', 'PARTY_CIRCULAR', 'UNION_CIRCULAR', 'STRATEGY', 'TREATY'))",
    );
    this.addSql(
      "alter table \"document\" add constraint \"document_state_check\" check (\"state\" in ('DRAFT', 'ISSUED', 'IN_FORCE', 'AMENDED', 'REPLACED', 'REVOKED', 'EXPIRED'))",
    );
    this.addSql(
      'alter table "coordination_agreement" add constraint "coordination_agreement_document_key_foreign" foreign key ("document_key") references "document" ("key") on delete set null',
    );
    this.addSql(
      'alter table "coordination_agreement" add constraint "coordination_agreement_supersedes_key_foreign" foreign key ("supersedes_key") references "coordination_agreement" ("key") on delete set null',
    );
    this.addSql(
      'alter table "coordination_agreement" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "coordination_agreement" add constraint "coordination_agreement_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"coordination_agreement\" add constraint \"coordination_agreement_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"coordination_agreement\" add constraint \"coordination_agreement_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"coordination_agreement\" add constraint \"coordination_agreement_kind_check\" check (\"kind\" in ('REGULATION', 'PROGRAMME', 'PLAN', 'JOINT_RESOLUTION'))",
    );
    this.addSql(
      "alter table \"coordination_agreement\" add constraint \"coordination_agreement_state_check\" check (\"state\" in ('DRAFT', 'SIGNED', 'IN_FORCE', 'AMENDED', 'SUPERSEDED', 'EXPIRED', 'TERMINATED'))",
    );
    this.addSql(
      'alter table "document_relation" add constraint "document_relation_from_key_foreign" foreign key ("from_key") references "document" ("key")',
    );
    this.addSql(
      'alter table "document_relation" add constraint "document_relation_to_key_foreign" foreign key ("to_key") references "document" ("key")',
    );
    this.addSql(
      'alter table "document_relation" add constraint "document_relation_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"document_relation\" add constraint \"document_relation_kind_check\" check (\"kind\" in ('IMPLEMENTS', 'CONTINUES', 'REPLACES', 'AMENDS', 'APPROVES', 'CITES', 'RELATED_TO'))",
    );
    this.addSql(
      'alter table "finding" add constraint "finding_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"finding\" add constraint \"finding_kind_check\" check (\"kind\" in ('RESULT', 'LESSON', 'LIMITATION', 'CAUSE', 'DIRECTION', 'RECOMMENDATION'))",
    );
    this.addSql(
      'alter table "finding" add constraint "finding_cause_check" check ("cause" in (\'EMPLOYER_VIOLATION\', \'INTEREST_DEMAND\', \'OTHER\'))',
    );
    this.addSql('alter table "movement" add constraint "valid_in_order" check (valid_from < valid_to)');
    this.addSql(
      'alter table "movement" add constraint "movement_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"movement\" add constraint \"movement_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"movement\" add constraint \"movement_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "activity" add constraint "activity_movement_key_foreign" foreign key ("movement_key") references "movement" ("key") on delete set null',
    );
    this.addSql(
      'alter table "activity" add constraint "activity_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"activity\" add constraint \"activity_kind_check\" check (\"kind\" in ('CONFERENCE', 'COMMENDATION', 'SIGNING', 'PLANNING', 'COMMUNICATION_SESSION', 'COMMUNICATION_PRODUCTION', 'TRAINING', 'FESTIVAL', 'REVIEW', 'PROTECTION', 'DISPUTE_SETTLEMENT', 'SUPPORT_ABROAD', 'INFORMATION_EXCHANGE'))",
    );
    this.addSql(
      "alter table \"activity\" add constraint \"activity_level_check\" check (\"level\" in ('NATIONAL', 'PROVINCIAL', 'DISTRICT', 'COMMUNE', 'GRASSROOTS'))",
    );
    this.addSql(
      'alter table "activity" add constraint "activity_recurrence_check" check ("recurrence" in (\'YEARLY\', \'PERIODIC\', \'ONGOING\'))',
    );
    this.addSql(
      "alter table \"activity\" add constraint \"activity_state_check\" check (\"state\" in ('PLANNED', 'APPROVED', 'HELD', 'REPORTED', 'CANCELLED'))",
    );
    this.addSql(
      'alter table "communication_product" add constraint "communication_product_activity_key_foreign" foreign key ("activity_key") references "activity" ("key")',
    );
    this.addSql(
      'alter table "communication_product" add constraint "communication_product_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"communication_product\" add constraint \"communication_product_kind_check\" check (\"kind\" in ('LEAFLET', 'PANEL', 'POSTER', 'AUDIO_FILE', 'ARTICLE'))",
    );
    this.addSql(
      'alter table "official" add constraint "official_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      'alter table "office_holding" add constraint "office_holding_official_key_foreign" foreign key ("official_key") references "official" ("key")',
    );
    this.addSql('alter table "office_holding" add constraint "valid_in_order" check (valid_from < valid_to)');
    this.addSql(
      'alter table "office_holding" add constraint "office_holding_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"office_holding\" add constraint \"office_holding_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"office_holding\" add constraint \"office_holding_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "police_organization" add constraint "police_organization_superior_key_foreign" foreign key ("superior_key") references "police_organization" ("key") on delete set null',
    );
    this.addSql(
      'alter table "police_organization" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "police_organization" add constraint "police_organization_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"police_organization\" add constraint \"police_organization_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"police_organization\" add constraint \"police_organization_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"police_organization\" add constraint \"police_organization_level_check\" check (\"level\" in ('MINISTRY', 'DEPARTMENT', 'PROVINCIAL', 'DISTRICT', 'COMMUNE'))",
    );
    this.addSql(
      'alter table "police_jurisdiction" add constraint "police_jurisdiction_police_key_foreign" foreign key ("police_key") references "police_organization" ("key")',
    );
    this.addSql(
      'alter table "police_jurisdiction" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "police_jurisdiction" add constraint "police_jurisdiction_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"police_jurisdiction\" add constraint \"police_jurisdiction_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"police_jurisdiction\" add constraint \"police_jurisdiction_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "counterpart" add constraint "counterpart_police_key_foreign" foreign key ("police_key") references "police_organization" ("key")',
    );
    this.addSql('alter table "counterpart" add constraint "valid_in_order" check (valid_from < valid_to)');
    this.addSql(
      'alter table "counterpart" add constraint "counterpart_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"counterpart\" add constraint \"counterpart_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"counterpart\" add constraint \"counterpart_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "police_succession" add constraint "police_succession_legal_basis_key_foreign" foreign key ("legal_basis_key") references "document" ("key") on delete set null',
    );
    this.addSql(
      'alter table "police_succession" add constraint "police_succession_from_key_foreign" foreign key ("from_key") references "police_organization" ("key")',
    );
    this.addSql(
      'alter table "police_succession" add constraint "police_succession_to_key_foreign" foreign key ("to_key") references "police_organization" ("key")',
    );
    this.addSql(
      'alter table "police_succession" add constraint "police_succession_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"police_succession\" add constraint \"police_succession_kind_check\" check (\"kind\" in ('CONTINUED_BY', 'MERGED_INTO', 'SPLIT_INTO', 'FUNCTIONS_TO'))",
    );
    this.addSql('alter table "programme" add constraint "valid_in_order" check (valid_from < valid_to)');
    this.addSql(
      'alter table "programme" add constraint "programme_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"programme\" add constraint \"programme_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"programme\" add constraint \"programme_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"programme\" add constraint \"programme_kind_check\" check (\"kind\" in ('DIGITAL_TRANSFORMATION', 'DIGITAL_SERVICE', 'DATA_SHARING', 'CRIME_PREVENTION', 'DRUG_PREVENTION', 'TRAFFICKING_PREVENTION'))",
    );
    this.addSql(
      'alter table "public_body" add constraint "public_body_parent_key_foreign" foreign key ("parent_key") references "public_body" ("key") on delete set null',
    );
    this.addSql('alter table "public_body" add constraint "valid_in_order" check (valid_from < valid_to)');
    this.addSql(
      'alter table "public_body" add constraint "public_body_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"public_body\" add constraint \"public_body_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"public_body\" add constraint \"public_body_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"public_body\" add constraint \"public_body_kind_check\" check (\"kind\" in ('NATIONAL_ASSEMBLY', 'GOVERNMENT', 'MINISTRY', 'PEOPLES_COMMITTEE', 'DEPARTMENT', 'PARTY_BODY', 'FATHERLAND_FRONT', 'YOUTH_UNION', 'MANAGEMENT_BOARD', 'STEERING_COMMITTEE', 'ARMED_FORCES', 'PRESS', 'INTERNATIONAL'))",
    );
    this.addSql(
      'alter table "public_body_succession" add constraint "public_body_succession_legal_basis_key_foreign" foreign key ("legal_basis_key") references "document" ("key") on delete set null',
    );
    this.addSql(
      'alter table "public_body_succession" add constraint "public_body_succession_from_key_foreign" foreign key ("from_key") references "public_body" ("key")',
    );
    this.addSql(
      'alter table "public_body_succession" add constraint "public_body_succession_to_key_foreign" foreign key ("to_key") references "public_body" ("key")',
    );
    this.addSql(
      'alter table "public_body_succession" add constraint "public_body_succession_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"public_body_succession\" add constraint \"public_body_succession_kind_check\" check (\"kind\" in ('CONTINUED_BY', 'MERGED_INTO', 'SPLIT_INTO', 'FUNCTIONS_TO'))",
    );
    this.addSql(
      'alter table "self_managed_team" add constraint "self_managed_team_active_is_supported" check (state <> \'ACTIVE\' or (supporting_union is not null and guiding_police is not null))',
    );
    this.addSql(
      'alter table "self_managed_team" add constraint "self_managed_team_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      'alter table "self_managed_team" add constraint "self_managed_team_kind_check" check ("kind" in (\'LODGING_QUARTER\', \'WORKPLACE\', \'RESIDENTIAL\'))',
    );
    this.addSql(
      "alter table \"self_managed_team\" add constraint \"self_managed_team_state_check\" check (\"state\" in ('PROPOSED', 'ESTABLISHED', 'ACTIVE', 'DORMANT', 'DISSOLVED', 'MERGED'))",
    );
    this.addSql(
      'alter table "team_statistic" add constraint "team_statistic_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      'alter table "team_statistic" add constraint "team_statistic_kind_check" check ("kind" in (\'LODGING_QUARTER\', \'WORKPLACE\', \'RESIDENTIAL\'))',
    );
    this.addSql(
      'alter table "tip_statistic" add constraint "tip_statistic_period" check ((period->>\'to\')::date - (period->>\'from\')::date >= 364)',
    );
    this.addSql(
      'alter table "tip_statistic" add constraint "tip_statistic_scope" check ((scope = \'NATION\') = (place is null))',
    );
    this.addSql(
      'alter table "tip_statistic" add constraint "tip_statistic_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      'alter table "tip_statistic" add constraint "tip_statistic_scope_check" check ("scope" in (\'NATION\', \'PROVINCE\'))',
    );
  }
}
