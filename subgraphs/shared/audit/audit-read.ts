import { actsAs } from '../database/acting.js';
import { CALLER_ROLE, LEAKPROOF_SQL } from '../database/caller-role.js';
import { statementsMigration } from '../database/keeping.js';
import type { ORGANIZATION_TYPES } from '../organization.js';
import type { MigrationObject } from '@mikro-orm/core';

const ACTOR = `entry ->> 'organization'`;

type OrganizationType = (typeof ORGANIZATION_TYPES)[number];

/** The keeper's auditors see also what others asked of it; nobody sees what is asked in another one's scope. */
function linesOfKeeper(type: OrganizationType): string {
  const isKeepers = `(select caller_organization()) like '${type}:%'`;
  return `in_scope(${ACTOR}) or ${isKeepers} and coalesce(${ACTOR} not like '${type}:%', true)`;
}

/**
 * The migration that lets auditors read the audit log, as far as what it tells of lies in their scope; a policy for
 * reading is the only one, so nobody may write it. Source: domain rule, reads and privacy.
 *
 * @param keeper type of the organisations of the agency that keeps the log, where it is one of them
 */
export function auditReadMigration(name: string, keeper?: OrganizationType): MigrationObject {
  const lines = keeper ? linesOfKeeper(keeper) : `${ACTOR} is null or in_scope(${ACTOR})`;
  return statementsMigration(name, [
    LEAKPROOF_SQL,
    'alter table audit_entry enable row level security',
    `create policy audit_entry_is_read on audit_entry for select to ${CALLER_ROLE} using (${actsAs('AUDITOR')} and (${lines}))`,
    `create index audit_entry_at on audit_entry (((entry ->> 'at') collate "C"))`,
    ...['decision', 'operation', 'subject'].map(
      (part) => `create index audit_entry_${part} on audit_entry ((entry ->> '${part}'), position)`,
    ),
    `create index audit_entry_nodes on audit_entry using gin ((entry -> 'nodes') jsonb_path_ops)`,
  ]);
}
