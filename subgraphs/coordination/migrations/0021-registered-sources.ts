import { actsAs } from '../../shared/database/acting.js';
import { addedMigration } from '../../shared/database/acting-migration.js';

/** Officers put sources on record, each once; what is registered stays so, since others cite it. */
export const registeredSources = addedMigration('0021-registered-sources', {
  create: [
    `create table "registered_source" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "title_vi" text not null, "title_en" text not null, "publisher" text not null, "status" text not null, "published_on" jsonb not null, "url" text null, primary key ("key"))`,
    `alter table "registered_source" add constraint "registered_source_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
    `alter table "registered_source" add constraint "registered_source_status_check" check ("status" in ('OFFICIAL', 'PRESS', 'SPEECH', 'UNNUMBERED_REPORT'))`,
    `create index registered_source_by_date on registered_source ((case when published_on is null then '' else published_on ->> 'value' end) collate "C", key)`,
    `create unique index registered_source_once on registered_source (lower(title_vi), lower(publisher), (published_on ->> 'value'))`,
  ],
  tables: ['registered_source'],
  guards: [
    { table: 'registered_source', writable: actsAs('UNION_OFFICER', 'POLICE_OFFICER', 'DATA_STEWARD') },
  ],
  after: ['drop policy registered_source_is_changed on registered_source'],
});
