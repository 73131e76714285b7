/** In what capacity somebody acts through the hub. Source: domain rule, reads and privacy. */
export const ROLES = [
  'UNION_OFFICER',
  'POLICE_OFFICER',
  'AWARD_SECRETARY',
  'COUNCIL_MEMBER',
  'SIGNATORY',
  'DATA_STEWARD',
  'PRIVACY_OFFICER',
  'AUDITOR',
] as const;

/** One of {@link ROLES}. Whoever has none reads as the public does. */
export type Role = (typeof ROLES)[number];
