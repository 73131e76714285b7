import { hash } from 'node:crypto';

/** Tells whether a token is revoked, by any of its {@link revocableNames}. */
export type IsRevoked = (names: readonly string[]) => boolean;

/** The name under which a token is revoked by its `jti`; a digest, since a `jti` may say whose it is. */
export function nameOfId(jti: string): string {
  return `jti:${hash('sha256', jti, 'base64url')}`;
}

/**
 * The name under which a token is revoked that has no `jti`. Its signature is left out, which for some algorithms can be
 * changed into another good one.
 *
 * @param sha256 of the token up to its last dot, in hex.
 */
export function nameOfDigest(sha256: string): string {
  return `sha256:${Buffer.from(sha256, 'hex').toString('base64url')}`;
}

/** The names under which a token may be revoked. */
export function revocableNames(token: string, jti: unknown): readonly string[] {
  const signed = token.slice(0, token.lastIndexOf('.'));
  const byDigest = nameOfDigest(hash('sha256', signed, 'hex'));
  return typeof jti === 'string' ? [nameOfId(jti), byDigest] : [byDigest];
}
