import type { Caller } from '../../../schema/contract/caller.js';
import { parseGlobalId } from '../../../schema/contract/ids.js';
import { refText } from '../database/refs.js';
import { ORGANIZATION_TYPES } from '../organization.js';
import { ROLES, type Role } from './role.js';
import { z } from 'zod';

/** Somebody who acts in office: one account, in one role, for one organisation. */
export interface Actor {
  /** The account, as the issuer of tokens names it (claim `sub`); not a name. */
  readonly subject: string;
  /** Claim `role`. */
  readonly role: Role;
  /** The organisation acted for, as columns keep references; claim `organization`, a global id. */
  readonly organization: string;
  /** What the work is for (claim `purpose`), for the audit log. */
  readonly purpose: string;
}

const MOST_CHARACTERS = 200;

/** What a database can hold. */
const claim = z
  .string()
  .max(MOST_CHARACTERS)
  .refine((value) => value.isWellFormed() && !value.includes('\0'));

const CLAIMS = z.object({
  sub: claim.min(1),
  role: z.enum(ROLES),
  organization: z.string().transform(organizationRef),
  purpose: claim.default('OFFICIAL_DUTY'),
});

/** Who acts, as the token says; `null` for the public and for a token without a whole office. */
export function actorOf(caller: Caller): Actor | null {
  if (!caller.isAuthenticated) return null;
  const known = actors.get(caller);
  if (known !== undefined) return known;
  const { data } = CLAIMS.safeParse(caller.claims);
  const actor = data
    ? { subject: data.sub, role: data.role, organization: data.organization, purpose: data.purpose }
    : null;
  actors.set(caller, actor);
  return actor;
}

const actors = new WeakMap<Caller, Actor | null>();

function organizationRef(id: string, context: z.RefinementCtx): string {
  try {
    const ref = parseGlobalId(id);
    if ((ORGANIZATION_TYPES as readonly string[]).includes(ref.type)) return refText(ref);
  } catch {
    // Whatever is wrong with the id, no organisation is named by it.
  }
  context.addIssue('the id of an organisation');
  return z.NEVER;
}
