import { Migration } from '@mikro-orm/migrations';

/** create register. */
export class Migration0001 extends Migration {
  override up(): void {
    this.addSql(
      'create table "award_form" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "code" text not null, "category" text not null, "rank_order" int not null, primary key ("key"))',
    );
    this.addSql('create index "award_form_code_index" on "award_form" ("code")');
    this.addSql(
      'create table "award_authority_rule" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "form_key" uuid not null, "authority_kind" text not null, "authorities" text[] not null default \'{}\', "office_vi" text not null, "office_en" text not null, "award_title_vi" text null, "award_title_en" text null, "recipient_kinds" jsonb not null, "legal_bases" text[] not null default \'{}\', "consultation_required" boolean null, "once_per_recipient" boolean null, "quorum" int null, "vote_threshold" int null, "deadlines" jsonb null, primary key ("key"))',
    );
    this.addSql('create index "award_authority_rule_form_key_index" on "award_authority_rule" ("form_key")');
    this.addSql(
      'create index "award_authority_rule_authority_kind_index" on "award_authority_rule" ("authority_kind")',
    );
    this.addSql(
      'create index "award_authority_rule_authorities_index" on "award_authority_rule" using gin ("authorities")',
    );
    this.addSql(
      'create table "decision" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "document" text not null, "authority" text not null, "decided_on" date not null, "signatory_office_vi" text not null, "signatory_office_en" text null, primary key ("key"))',
    );
    this.addSql('create index "decision_document_index" on "decision" ("document")');
    this.addSql('create index "decision_authority_index" on "decision" ("authority")');
    this.addSql(
      'create table "recognition_batch" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "form_key" uuid not null, "authority" text not null, "authority_office_vi" text not null, "authority_office_en" text not null, "authority_rule_key" uuid null, "count" jsonb not null, "kind" text not null, "recipient_side" text not null, "recipient" text null, "proposed_by" text null, "movement" text null, "stage" jsonb null, "activity" text null, "presented_by_vi" text null, "presented_by_en" text null, "proposed_at" jsonb null, "conferred_at" jsonb null, "year" int generated always as (left(coalesce(conferred_at ->> \'value\', proposed_at ->> \'value\'), 4)::int) stored null, "decision_key" uuid null, "status" text not null, "outcome" text not null, "is_cross_agency" boolean generated always as ((split_part(authority, \':\', 1) = \'UnionOrganization\' and recipient_side = \'POLICE\') or (split_part(authority, \':\', 1) = \'PoliceOrganization\' and recipient_side = \'UNION\')) stored null, primary key ("key"))',
    );
    this.addSql('create index "recognition_batch_form_key_index" on "recognition_batch" ("form_key")');
    this.addSql('create index "recognition_batch_authority_index" on "recognition_batch" ("authority")');
    this.addSql('create index "recognition_batch_recipient_index" on "recognition_batch" ("recipient")');
    this.addSql('create index "recognition_batch_proposed_by_index" on "recognition_batch" ("proposed_by")');
    this.addSql('create index "recognition_batch_movement_index" on "recognition_batch" ("movement")');
    this.addSql('create index "recognition_batch_activity_index" on "recognition_batch" ("activity")');
    this.addSql('create index "recognition_batch_year_index" on "recognition_batch" ("year")');
    this.addSql(
      'create index "recognition_batch_decision_key_index" on "recognition_batch" ("decision_key")',
    );
    this.addSql(
      'create table "recognition_commitment" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "agreement" text not null, "content_vi" text not null, "content_en" text not null, "recipient_kinds" jsonb not null, primary key ("key"))',
    );
    this.addSql(
      'create index "recognition_commitment_agreement_index" on "recognition_commitment" ("agreement")',
    );
    this.addSql(
      'create table "recognition_standard" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "code" text not null, "name_variants" jsonb not null default \'[]\', "subject_kinds" jsonb not null, "exclusions_vi" text null, "exclusions_en" text null, "guidance_vi" text null, "guidance_en" text null, "is_yearly" boolean null, "legal_bases" text[] not null default \'{}\', "territory" text null, primary key ("key"))',
    );
    this.addSql('create index "recognition_standard_code_index" on "recognition_standard" ("code")');
    this.addSql(
      'create index "recognition_standard_territory_index" on "recognition_standard" ("territory")',
    );
    this.addSql(
      'create table "standard_target" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "standard_key" uuid not null, "organization" text not null, primary key ("key"))',
    );
    this.addSql('create index "standard_target_standard_key_index" on "standard_target" ("standard_key")');
    this.addSql('create index "standard_target_organization_index" on "standard_target" ("organization")');
    this.addSql('alter table "award_form" add constraint "valid_in_order" check (valid_from < valid_to)');
    this.addSql(
      'alter table "award_form" add constraint "award_form_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"award_form\" add constraint \"award_form_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"award_form\" add constraint \"award_form_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "award_form" add constraint "award_form_category_check" check ("category" in (\'COMMENDATION\', \'EMULATION_TITLE\'))',
    );
    this.addSql(
      'alter table "award_authority_rule" add constraint "award_authority_rule_form_key_foreign" foreign key ("form_key") references "award_form" ("key")',
    );
    this.addSql(
      'alter table "award_authority_rule" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "award_authority_rule" add constraint "award_authority_rule_share_check" check (quorum >= 1 and quorum <= 100 and vote_threshold >= 1 and vote_threshold <= 100)',
    );
    this.addSql(
      'alter table "award_authority_rule" add constraint "award_authority_rule_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"award_authority_rule\" add constraint \"award_authority_rule_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"award_authority_rule\" add constraint \"award_authority_rule_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"award_authority_rule\" add constraint \"award_authority_rule_authority_kind_check\" check (\"authority_kind\" in ('MINISTRY', 'UNION_CENTRAL', 'UNION_PROVINCIAL', 'PROVINCIAL_PEOPLES_COMMITTEE', 'DISTRICT_PEOPLES_COMMITTEE', 'COMMUNE_PEOPLES_COMMITTEE', 'SUBORDINATE_UNIT', 'ENTERPRISE'))",
    );
    this.addSql(
      'alter table "decision" add constraint "decision_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_form_key_foreign" foreign key ("form_key") references "award_form" ("key")',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_authority_rule_key_foreign" foreign key ("authority_rule_key") references "award_authority_rule" ("key") on delete set null',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_decision_key_foreign" foreign key ("decision_key") references "decision" ("key") on delete set null',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_count_is_not_negative" check ((count ->> \'value\')::numeric >= 0)',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_conferred_has_a_date" check ((status = \'CONFERRED\') = (conferred_at is not null))',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_conferred_is_granted" check ((status = \'CONFERRED\') = (outcome = \'GRANTED\'))',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_only_conferred_is_decided" check (decision_key is null or status = \'CONFERRED\')',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_proposed_has_a_proposer" check (status <> \'PROPOSED\' or proposed_by is not null)',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"recognition_batch\" add constraint \"recognition_batch_kind_check\" check (\"kind\" in ('COLLECTIVE', 'INDIVIDUAL', 'ENTERPRISE', 'MIXED'))",
    );
    this.addSql(
      "alter table \"recognition_batch\" add constraint \"recognition_batch_recipient_side_check\" check (\"recipient_side\" in ('UNION', 'POLICE', 'ENTERPRISE', 'MIXED'))",
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_status_check" check ("status" in (\'PROPOSED\', \'CONFERRED\'))',
    );
    this.addSql(
      'alter table "recognition_batch" add constraint "recognition_batch_outcome_check" check ("outcome" in (\'GRANTED\', \'NOT_GRANTED\', \'UNKNOWN\'))',
    );
    this.addSql(
      'alter table "recognition_commitment" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "recognition_commitment" add constraint "recognition_commitment_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"recognition_commitment\" add constraint \"recognition_commitment_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"recognition_commitment\" add constraint \"recognition_commitment_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "recognition_standard" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "recognition_standard" add constraint "recognition_standard_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"recognition_standard\" add constraint \"recognition_standard_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"recognition_standard\" add constraint \"recognition_standard_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      'alter table "standard_target" add constraint "standard_target_standard_key_foreign" foreign key ("standard_key") references "recognition_standard" ("key")',
    );
    this.addSql(
      'alter table "standard_target" add constraint "valid_in_order" check (valid_from < valid_to)',
    );
    this.addSql(
      'alter table "standard_target" add constraint "standard_target_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"standard_target\" add constraint \"standard_target_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"standard_target\" add constraint \"standard_target_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
  }
}
