import {
  createLocalJWKSet,
  type CryptoKey,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWTHeaderParameters,
} from 'jose';

/** The key that checks a token, and with which generation of keys it was found. */
export interface FoundKey {
  readonly key: CryptoKey;
  readonly generation: number;
}

/** Public keys that tokens are checked with. */
export interface Keys {
  /** Grows whenever the keys change; what was verified under another generation must be verified again. */
  readonly generation: number;
  /** Whether what was verified under this generation may be relied on without waiting. */
  isCurrent(): boolean;
  /**
   * Finds the one key that fits the header of a token.
   *
   * @throws JOSEError when no key fits, or several do.
   * @throws HubError AUTHENTICATION_UNAVAILABLE when the keys cannot be had.
   */
  find(header: JWTHeaderParameters, token: FlattenedJWSInput): Promise<FoundKey>;
}

/** Keys that stay as they are as long as the process runs. */
export function fixedKeys(jwks: JSONWebKeySet): Keys {
  const keyFor = createLocalJWKSet(jwks);
  return {
    generation: 0,
    isCurrent: () => true,
    find: async (header, token) => ({ key: await keyFor(header, token), generation: 0 }),
  };
}
