import type { Role } from '../../shared/rights/role.js';

/** Who keeps the union's reference data: officers, each in the own scope, and stewards. Source: domain rule, reads. */
export const REGISTRARS = ['UNION_OFFICER', 'DATA_STEWARD'] as const satisfies readonly Role[];
