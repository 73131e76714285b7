import { keepingMigration } from '../../shared/database/keeping.js';
import { Migration0001 } from './0001-create-register.js';
import { ScopeWasValid } from './0003-scope-was-valid.js';
import { acting } from './0004-acting.js';
import { UnitsComplete } from './0005-units-complete.js';
import { enterprises } from './0006-enterprises.js';
import { figures } from './0007-figures.js';
import { organizations } from './0007-organizations.js';
import { disputes } from './0008-disputes.js';
import { auditRead } from './0010-audit-read.js';
import { nationalIndexes } from './0020-national-indexes.js';
import { knownSources } from './0021-known-sources.js';
import { handovers } from './0022-handovers.js';
import { disputeCorrections } from './0023-dispute-corrections.js';
import { keptTotals } from './0030-kept-totals.js';
import { subjectsTold } from './0031-subjects-told.js';
import { forgetting } from './0032-forgetting.js';
import { boundedSearch } from './0033-bounded-search.js';
import type { MigrationObject } from '@mikro-orm/core';

/** Every step of the schema, oldest first. */
export const migrations: MigrationObject[] = [
  { name: '0001-create-register', class: Migration0001 },
  keepingMigration('0002-keep-history', {
    tables: [
      'administrative_unit',
      'administrative_parent',
      'succession_edge',
      'industrial_zone',
      'catalogue_term',
      'union_organization',
      'organization_parent',
      'union_jurisdiction',
      'union_succession',
      'union_department',
      'union_level_period',
      'official_channel',
      'media_programme',
      'welfare_programme',
      'union_programme',
      'membership_statistic',
      'workforce_statistic',
      'social_channel_statistic',
      'welfare_statistic',
    ],
    named: [
      'administrative_unit',
      'industrial_zone',
      'catalogue_term',
      'union_organization',
      'union_department',
      'union_level_period',
      'official_channel',
      'media_programme',
      'welfare_programme',
      'union_programme',
    ],
    onePerDay: [
      ['administrative_parent', 'child_key'],
      ['organization_parent', 'child_key'],
    ],
  }),
  { name: '0003-scope-was-valid', class: ScopeWasValid },
  acting,
  { name: '0005-units-complete', class: UnitsComplete },
  enterprises,
  organizations,
  figures,
  disputes,
  auditRead,
  nationalIndexes,
  knownSources,
  handovers,
  disputeCorrections,
  keptTotals,
  subjectsTold,
  forgetting,
  boundedSearch,
];
