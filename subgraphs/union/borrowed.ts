import { borrowedType } from '../shared/borrowed.js';

/** Owned by coordination. */
export const PoliceOrganization = borrowedType('PoliceOrganization');
/** Owned by coordination. */
export const PublicBody = borrowedType('PublicBody');
