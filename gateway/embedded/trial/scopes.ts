import type { ExampleRole } from '../../explorer/roles.js';

/** What a trial token of each role grants unless more or less is asked for, in words with spaces between: what the role works with. */
export const TRIAL_SCOPES: Readonly<Record<ExampleRole, string>> = {
  UNION_OFFICER:
    'union:write coordination:write recognition:write coordination:read disputes:read nominations:read consents:read',
  POLICE_OFFICER: 'coordination:write recognition:write coordination:read nominations:read consents:read',
  AWARD_SECRETARY: 'recognition:write nominations:read',
  COUNCIL_MEMBER: 'nominations:read',
  SIGNATORY: 'recognition:write nominations:read',
  DATA_STEWARD: 'recognition:write',
  PRIVACY_OFFICER: 'recognition:write consents:read nominations:read',
  AUDITOR: 'audit:read',
};
