import { keepingMigration } from '../../shared/database/keeping.js';
import { Migration0001 } from './0001-create-register.js';
import type { MigrationObject } from '@mikro-orm/core';

/** Every step of the schema, oldest first. */
export const migrations: MigrationObject[] = [
  { name: '0001-create-register', class: Migration0001 },
  keepingMigration('0002-keep-history', {
    tables: ['administrative_unit', 'administrative_parent', 'succession_edge'],
    named: ['administrative_unit'],
    onePerDay: [['administrative_parent', 'child_key']],
  }),
];
