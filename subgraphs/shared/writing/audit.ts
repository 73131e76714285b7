import type { Actor } from '../rights/actor.js';
import type { SqlEntityManager } from '@mikro-orm/sql';

/** What became of a request. */
export type AuditDecision = 'DONE' | 'REFUSED';

/** A line of the audit log; the database adds the time and the digest. Source: domain rule, reads and privacy. */
export interface AuditLine {
  readonly actor: Actor | null;
  readonly operation: string;
  /** References of the records that it was about; of what was refused, no content. */
  readonly nodes: readonly string[];
  readonly decision: AuditDecision;
  /** Code of the refusal. */
  readonly code?: string;
  readonly requestId: string;
}

/** Adds a line to the audit log, in the transaction of what it tells of. */
export async function recordAudit(
  em: SqlEntityManager,
  { actor, requestId, ...line }: AuditLine,
): Promise<void> {
  const who = actor ?? { subject: null, organization: null, role: 'PUBLIC', purpose: null };
  await em.execute('select record_audit(?::jsonb)', [
    JSON.stringify({ ...who, ...line, request: requestId }),
  ]);
}
