import { tokenRefused } from './refusals.js';

/** The `Authorization` header, or all of them where a request has several. */
export type Authorization = string | readonly string[];

const SCHEME = /^bearer +/i;

/**
 * The token in an `Authorization` header; its own form is not looked at.
 *
 * @param maxLength longest token. Unit: characters.
 * @throws HubError UNAUTHENTICATED for another scheme, several headers, no token or one that is too long.
 */
export function bearerToken(header: Authorization, maxLength: number): string {
  if (typeof header !== 'string') return bearerToken(onlyOne(header), maxLength);
  const scheme = SCHEME.exec(header)?.[0];
  if (scheme === undefined || scheme.length === header.length) throw tokenRefused('MALFORMED');
  if (header.length - scheme.length > maxLength) throw tokenRefused('TOO_LONG');
  return header.slice(scheme.length);
}

function onlyOne(headers: readonly string[]): string {
  const [header, ...others] = headers;
  if (header === undefined || others.length) throw tokenRefused('MALFORMED');
  return header;
}

const FORM = /^[\w-]+\.[\w-]+\.([\w-]+)$/;

/**
 * Refuses a text that is no signed token, before any work is done on it. The signature must be written in the one
 * canonical way, so that no two texts stand for the same token.
 *
 * @throws HubError UNAUTHENTICATED
 */
export function requireForm(token: string): void {
  const signature = FORM.exec(token)?.[1];
  if (signature === undefined || !isCanonical(signature)) throw tokenRefused('MALFORMED');
}

function isCanonical(encoded: string): boolean {
  return Buffer.from(encoded, 'base64url').toString('base64url') === encoded;
}
