import { notInRole } from '../writing/writer.js';
import type { SubgraphContext } from '../context.js';
import type { Actor } from './actor.js';
import type { Role } from './role.js';

/**
 * Whoever acts, if in one of the roles; a refusal of a read has its line in the audit log.
 *
 * @throws Refusal FORBIDDEN_SCOPE
 */
export async function requireRole(
  { actor, write }: SubgraphContext,
  operation: string,
  roles: readonly Role[],
): Promise<Actor> {
  if (actor && roles.includes(actor.role)) return actor;
  return write.refuse(operation, notInRole(roles));
}
