import { borrowedType } from '../shared/borrowed.js';
import { organizationUnion } from '../shared/organization.js';

/** Owned by the union. */
export const UnionOrganization = borrowedType('UnionOrganization');
/** Owned by coordination. */
export const PoliceOrganization = borrowedType('PoliceOrganization');
/** Owned by coordination. */
export const PublicBody = borrowedType('PublicBody');
/** Owned by coordination: a decision or legal basis is one of its documents. */
export const Document = borrowedType('Document');
/** Owned by coordination. */
export const Movement = borrowedType('Movement');
/** Owned by coordination. */
export const Activity = borrowedType('Activity');
/** Owned by coordination. */
export const CoordinationAgreement = borrowedType('CoordinationAgreement');
/** Owned by the union. */
export const AdministrativeUnit = borrowedType('AdministrativeUnit');

/** Owned by the union. */
export const Enterprise = borrowedType('Enterprise');
/** Owned by the union. */
export const LodgingQuarter = borrowedType('LodgingQuarter');
/** Owned by the union: schools among others. */
export const Facility = borrowedType('Facility');

/** Names of all these types. */
export const BORROWED_TYPES = [
  'UnionOrganization',
  'PoliceOrganization',
  'PublicBody',
  'Document',
  'Movement',
  'Activity',
  'CoordinationAgreement',
  'AdministrativeUnit',
  'Enterprise',
  'LodgingQuarter',
  'Facility',
] as const;

/** An organisation of any agency. */
export const Organization = organizationUnion(UnionOrganization, PoliceOrganization, PublicBody);
