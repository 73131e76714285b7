import { Migration } from '@mikro-orm/migrations';

/** create register. */
export class Migration0001 extends Migration {
  override up(): void {
    this.addSql("set names 'utf8'");
    this.addSql(
      'create table "administrative_unit" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null, "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "name_vi" text not null, "name_en" text null, "search_key" text not null, "sort_key" text not null, "exact_keys" text[] not null, "code" text not null, "level" text not null, "unit_type" text not null, primary key ("key"))',
    );
    this.addSql('create index "administrative_unit_code_index" on "administrative_unit" ("code")');
    this.addSql(
      'create table "administrative_parent" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null, "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "valid_from" date null, "valid_from_precision" text not null default \'UNKNOWN\', "valid_to" date null, "valid_to_precision" text not null default \'UNKNOWN\', "child_key" uuid not null, "parent_key" uuid not null, primary key ("key"))',
    );
    this.addSql(
      'create index "administrative_parent_child_key_index" on "administrative_parent" ("child_key")',
    );
    this.addSql(
      'create index "administrative_parent_parent_key_index" on "administrative_parent" ("parent_key")',
    );
    this.addSql(
      'create table "succession_edge" ("key" uuid not null, "classification" text not null default \'PUBLIC\', "version" int not null default 1, "recorded_at" timestamptz(3) not null, "provenance" jsonb not null default \'[]\', "data_quality_flags" jsonb not null default \'[]\', "from_key" uuid not null, "to_key" uuid null, "kind" text not null, "effective_on" date not null, "legal_document" text null, primary key ("key"))',
    );
    this.addSql('create index "succession_edge_from_key_index" on "succession_edge" ("from_key")');
    this.addSql('create index "succession_edge_to_key_index" on "succession_edge" ("to_key")');
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
      'alter table "administrative_parent" add constraint "administrative_parent_classification_check" check ("classification" in (\'PUBLIC\', \'INTERNAL\', \'RESTRICTED\'))',
    );
    this.addSql(
      "alter table \"administrative_parent\" add constraint \"administrative_parent_valid_from_precision_check\" check (\"valid_from_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
    );
    this.addSql(
      "alter table \"administrative_parent\" add constraint \"administrative_parent_valid_to_precision_check\" check (\"valid_to_precision\" in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))",
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
  }
}
