import type { Role } from '../../shared/rights/role.js';

/** Who writes in the register of coordination: officers of both sides, each in the own scope. Source: domain rule, reads. */
export const OFFICERS = ['UNION_OFFICER', 'POLICE_OFFICER'] as const satisfies readonly Role[];
