import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { UnionStatus } from './union-status.js';

/** How the status of a union organisation changes, once it is planned. Source: domain rule, life cycle of organisations. */
export const ORGANIZATION_STEPS = {
  activateOrganization: { from: [UnionStatus.PLANNED], to: UnionStatus.ACTIVE, by: ['UNION_OFFICER'] },
  endOrganization: { from: [UnionStatus.ACTIVE], to: UnionStatus.ENDED, by: ['UNION_OFFICER'] },
} as const satisfies LifeCycle<'activateOrganization' | 'endOrganization', UnionStatus>;
