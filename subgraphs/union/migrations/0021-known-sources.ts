import { addedMigration } from '../../shared/database/acting-migration.js';

/** Sources that were registered elsewhere are known here as they were announced; nobody else writes them. */
export const knownSources = addedMigration('0021-known-sources', {
  create: [
    `create table "known_source" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "title_vi" text not null, "title_en" text not null, "publisher" text not null, "status" text not null, "published_on" jsonb not null, "url" text null, primary key ("key"))`,
    `alter table "known_source" add constraint "known_source_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
    `alter table "known_source" add constraint "known_source_status_check" check ("status" in ('OFFICIAL', 'PRESS', 'SPEECH', 'UNNUMBERED_REPORT'))`,
  ],
  tables: ['known_source'],
  guards: [{ table: 'known_source' }],
});
