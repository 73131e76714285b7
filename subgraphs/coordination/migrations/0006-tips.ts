import { actsAs } from '../../shared/database/acting.js';
import { addedMigration } from '../../shared/database/acting-migration.js';
import { letWrite } from '../../shared/database/guarding.js';

const POLICE = `${actsAs('POLICE_OFFICER')} and in_scope(reporter)`;

/** The police report tips, and what may be told of a year is published once. */
export const tips = addedMigration('0006-tips', {
  create: [
    `create table "tip_publication" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "year" int not null, "counted_on" date not null, "counts" jsonb not null, primary key ("key"))`,
    `alter table "tip_publication" add constraint "tip_publication_year_unique" unique ("year")`,
    `alter table "tip_publication" add constraint "tip_publication_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
    `alter table "tip_statistic" add "reporter" text null`,
    `alter table "tip_statistic" add constraint "tip_statistic_unpublished" check (scope = 'NATION' or classification <> 'PUBLIC')`,
  ],
  tables: ['tip_publication'],
  guards: [{ table: 'tip_publication' }],
  after: [
    `create trigger tip_publication_is_final before update on tip_publication
     for each statement execute function refuse_loss()`,
    `alter policy tip_statistic_is_read on tip_statistic
     using (classification = 'PUBLIC' or (classification = 'INTERNAL' and ${POLICE}))`,
    ...letWrite('tip_statistic', `classification = 'INTERNAL' and ${POLICE}`),
  ],
});
