import { keepingMigration } from '../../shared/database/keeping.js';
import { Migration0001 } from './0001-create-register.js';
import { acting } from './0003-acting.js';
import { practice } from './0004-practice.js';
import { writing } from './0005-writing.js';
import { tips } from './0006-tips.js';
import { auditRead } from './0010-audit-read.js';
import { nationalIndexes } from './0020-national-indexes.js';
import { registeredSources } from './0021-registered-sources.js';
import { appointments } from './0022-appointments.js';
import { policeJurisdictions } from './0023-police-jurisdictions.js';
import { keptTotals } from './0030-kept-totals.js';
import { territoriesTold } from './0031-territories-told.js';
import { forgetting } from './0032-forgetting.js';
import { boundedSearch } from './0033-bounded-search.js';
import { voidedAppointments } from './0034-voided-appointments.js';
import type { MigrationObject } from '@mikro-orm/core';

/** Every step of the schema, oldest first. */
export const migrations: MigrationObject[] = [
  { name: '0001-create-register', class: Migration0001 },
  keepingMigration('0002-keep-history', {
    tables: [
      'police_organization',
      'police_jurisdiction',
      'police_succession',
      'counterpart',
      'public_body',
      'public_body_succession',
      'official',
      'office_holding',
      'document',
      'document_relation',
      'coordination_agreement',
      'movement',
      'programme',
      'activity',
      'communication_product',
      'self_managed_team',
      'team_statistic',
      'tip_statistic',
      'finding',
    ],
    named: [
      'police_organization',
      'public_body',
      'document',
      'coordination_agreement',
      'movement',
      'programme',
    ],
    onePerDay: [
      ['counterpart', 'police_key'],
      ['counterpart', 'union_side', 'text_range'],
    ],
  }),
  acting,
  practice,
  writing,
  tips,
  auditRead,
  nationalIndexes,
  registeredSources,
  appointments,
  policeJurisdictions,
  keptTotals,
  territoriesTold,
  forgetting,
  boundedSearch,
  voidedAppointments,
];
