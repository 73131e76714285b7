import { INTERNAL, MEMBERS_ONLY, PROTECTED, SCOPE } from '../graph/secrets.js';

/** Who asks. */
export type Role = 'anonymous' | 'member' | 'officer';

interface Rights {
  /** Scopes in the token; without one there is no token. */
  readonly scope?: string;
  /** Texts that must never reach such a caller. */
  readonly hidden: readonly string[];
}

/** Stands in every address behind the gateway. */
const ADDRESS = '127.0.0.1';

/** What each caller may see. */
export const ROLES: Readonly<Record<Role, Rights>> = {
  anonymous: { hidden: [INTERNAL, ADDRESS, MEMBERS_ONLY, PROTECTED] },
  member: { scope: 'stories:none', hidden: [INTERNAL, ADDRESS, PROTECTED] },
  officer: { scope: SCOPE, hidden: [INTERNAL, ADDRESS] },
};

/** The names of all roles. */
export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** What of it such a caller must not see stands in a text; nothing if all is well. */
export function leakedTo(role: Role, text: string): string | undefined {
  return ROLES[role].hidden.find((hidden) => text.includes(hidden));
}
