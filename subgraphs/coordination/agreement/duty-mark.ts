import type { Actor } from '../../shared/rights/actor.js';
import { createHash } from 'node:crypto';

/**
 * A mark of who did one part of a record, so that another part is left to somebody else. It names no account, and the
 * marks of one account on two records differ; the graph never shows it.
 */
export function dutyMark({ subject }: Actor, key: string): string {
  return createHash('sha256').update(`${key} ${subject}`).digest('base64url');
}
