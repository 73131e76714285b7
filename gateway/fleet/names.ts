/** The names under which gateways keep and tell things; all of them begin with the prefix. */
export interface Names {
  /** Shows that the server takes what is written. */
  readonly heartbeat: string;
  /** Begins the names of the counts of one measure. */
  readonly rates: (measure: string) => string;
  /** Revoked tokens, by the time until which they are kept. */
  readonly revoked: string;
  /** Texts that clients registered, by their hashes. */
  readonly documents: string;
  /** The same hashes by the time of their registration. */
  readonly documentsByAge: string;
  /** Channel on which a revoked token is told. */
  readonly newlyRevoked: string;
  /** Channel on which a circuit that opens is told. */
  readonly newlyOpen: string;
}

/** The names with a prefix. */
export function namesWith(prefix: string): Names {
  return {
    heartbeat: `${prefix}:heartbeat`,
    rates: (measure) => `${prefix}:rates:${measure}`,
    revoked: `${prefix}:revoked`,
    documents: `${prefix}:documents`,
    documentsByAge: `${prefix}:documents:by-age`,
    newlyRevoked: `${prefix}:newly-revoked`,
    newlyOpen: `${prefix}:newly-open`,
  };
}
