/** What a token says of its bearer, exactly as it was signed. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * Who asks.
 *
 * A caller never changes, and one token stands for one `Caller` object as long as it is remembered: what is derived from
 * a caller may be kept in a `WeakMap`.
 */
export interface Caller {
  /** Whether a valid token came with the request. */
  readonly isAuthenticated: boolean;
  /** Empty for an anonymous caller. */
  readonly claims: Claims;
  /** What the `scope` claim grants, or the `scp` claim where there is no `scope`. */
  readonly scopes: ReadonlySet<string>;
  /** What the `policies` claim lists. */
  readonly policies: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** A caller who sent no token at all. */
export const ANONYMOUS: Caller = Object.freeze({
  isAuthenticated: false,
  claims: Object.freeze({}),
  scopes: NOTHING,
  policies: NOTHING,
});

/** The caller whom a verified token describes; the claims are frozen. */
export function callerWith(claims: Claims): Caller {
  freezeAll(claims);
  return Object.freeze({
    isAuthenticated: true,
    claims,
    scopes: new Set(wordsIn(claims['scope'] ?? claims['scp'])),
    policies: new Set(stringsIn(claims['policies'])),
  });
}

/** Scopes are written as words between spaces (RFC 8693), by some issuers as a list. */
function wordsIn(claim: unknown): readonly string[] {
  return typeof claim === 'string' ? claim.split(' ').filter(Boolean) : stringsIn(claim);
}

function stringsIn(claim: unknown): readonly string[] {
  return Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : [];
}

/** Without recursion: how deep claims are nested is the issuer's choice. */
function freezeAll(claims: Claims): void {
  const open: unknown[] = [claims];
  for (const each of open) {
    if (typeof each === 'object' && each !== null) open.push(...Object.values(Object.freeze(each)));
  }
}
