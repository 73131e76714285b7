import { callerWith, type Caller } from '../../schema/contract/caller.js';
import { idOfRef } from '../../subgraphs/shared/database/refs.js';
import type { Role } from '../../subgraphs/shared/rights/role.js';

/** An office in which a test acts. */
export interface Office {
  readonly role: Role;
  /** Reference of the organisation: `UnionOrganization:<key>`. */
  readonly organization: string;
  /** The account; another one for another person. */
  readonly subject?: string;
  /** What the token grants; every scope when not said. */
  readonly scope?: string;
}

const SCOPES =
  'union:write coordination:write recognition:write coordination:read disputes:read nominations:read consents:read audit:read';

/** The claims of somebody in office, with every scope unless said, so that the subgraphs' own rules decide. */
export function claimsOf({ role, organization, subject = `${role}-1`, scope = SCOPES }: Office) {
  return { sub: subject, role, organization: idOfRef(organization), scope };
}

/** Somebody in office. */
export function anOfficer(office: Office): Caller {
  return callerWith(claimsOf(office));
}
