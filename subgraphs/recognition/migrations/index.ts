import { keepingMigration } from '../../shared/database/keeping.js';
import { Migration0001 } from './0001-create-register.js';
import { DecidedBeforeConferred } from './0003-decided-before-conferred.js';
import { acting } from './0004-acting.js';
import { nominations } from './0005-nominations.js';
import { standards } from './0006-standards.js';
import { auditRead } from './0010-audit-read.js';
import { nationalIndexes } from './0020-national-indexes.js';
import { fileFirst } from './0021-file-first.js';
import { conferredWithoutName } from './0022-conferred-without-name.js';
import { ruleOfTheDay } from './0023-rule-of-the-day.js';
import { counterpartOffices } from './0025-counterpart-offices.js';
import { keptTotals } from './0030-kept-totals.js';
import { listsOfParents } from './0031-lists-of-parents.js';
import { knownSubjects } from './0024-known-subjects.js';
import { forgetting } from './0026-forgetting.js';
import type { MigrationObject } from '@mikro-orm/core';

/** Every step of the schema, oldest first. */
export const migrations: MigrationObject[] = [
  { name: '0001-create-register', class: Migration0001 },
  keepingMigration('0002-keep-history', {
    tables: [
      'award_form',
      'award_authority_rule',
      'decision',
      'recognition_batch',
      'recognition_standard',
      'standard_target',
      'recognition_commitment',
    ],
    named: ['award_form', 'recognition_standard'],
    onePerDay: [],
  }),
  { name: '0003-decided-before-conferred', class: DecidedBeforeConferred },
  acting,
  nominations,
  standards,
  auditRead,
  nationalIndexes,
  fileFirst,
  conferredWithoutName,
  ruleOfTheDay,
  knownSubjects,
  counterpartOffices,
  keptTotals,
  listsOfParents,
  forgetting,
];
