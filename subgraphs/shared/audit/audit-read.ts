import { actsAs } from '../database/acting.js';
import { CALLER_ROLE, LEAKPROOF_SQL } from '../database/caller-role.js';
import { statementsMigration } from '../database/keeping.js';
import type { MigrationObject } from '@mikro-orm/core';

/**
 * The migration that lets auditors read the audit log; a policy for reading is the only one, so nobody may write it.
 * Source: domain rule, reads and privacy.
 */
export function auditReadMigration(name: string): MigrationObject {
  return statementsMigration(name, [
    LEAKPROOF_SQL,
    'alter table audit_entry enable row level security',
    `create policy audit_entry_is_read on audit_entry for select to ${CALLER_ROLE} using (${actsAs('AUDITOR')})`,
    `create index audit_entry_at on audit_entry (((entry ->> 'at') collate "C"))`,
    ...['decision', 'operation', 'subject'].map(
      (part) => `create index audit_entry_${part} on audit_entry ((entry ->> '${part}'), position)`,
    ),
    `create index audit_entry_nodes on audit_entry using gin ((entry -> 'nodes') jsonb_path_ops)`,
  ]);
}
