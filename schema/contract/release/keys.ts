import { HubError } from '../errors.js';
import { text, type Text } from '../text.js';
import { PRIVATE_JWK, type PrivateJwk, type PublicJwk } from './terms.js';
import { createPrivateKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';

export type { PrivateJwk, PublicJwk } from './terms.js';

/** A pair of keys, named by its thumbprint. */
export interface NewKey {
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  readonly privateJwk: PrivateJwk;
}

/** A key that signs. */
export interface SigningKey {
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  readonly key: KeyObject;
}

/** Finds the public key of this name; nothing where none is trusted. */
export type PublicKeys = (kid: string) => PublicJwk | undefined;

/** Makes a pair of keys. No command line takes its name for an option. */
export function newKey(): NewKey {
  const key = anyKey();
  return key.kid.startsWith('-') ? newKey() : key;
}

function anyKey(): NewKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x, d } = privateKey.export({ format: 'jwk' });
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x: String(x) } as const;
  return { kid: thumbprint(publicJwk), publicJwk, privateJwk: { ...publicJwk, d: String(d) } };
}

/** The name of a key: its thumbprint. Source: RFC 7638. */
export function thumbprint({ crv, kty, x }: PublicJwk): string {
  return hash('sha256', JSON.stringify({ crv, kty, x }), 'base64url');
}

/** The key as one that signs. */
export function signingKey(privateJwk: PrivateJwk): SigningKey {
  const { kty, crv, x } = privateJwk;
  const publicJwk = { kty, crv, x };
  const key = createPrivateKey({ key: privateJwk, format: 'jwk' });
  return { kid: thumbprint(publicJwk), publicJwk, key };
}

/** The keys of a set, by their thumbprints whatever names the set gives them. */
export function publicKeysOf(keys: readonly PublicJwk[]): PublicKeys {
  const byKid = new Map(keys.map((key) => [thumbprint(key), key]));
  return (kid) => byKid.get(kid);
}

/** Writes a private key where nobody else reads it. @throws HubError INVALID_INPUT where there is a file already. */
export function writeKeyFile(path: string, privateJwk: PrivateJwk): void {
  try {
    writeFileSync(path, `${JSON.stringify(privateJwk, null, 2)}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  } catch {
    throw wrongFile(path, UNWRITABLE);
  }
}

/**
 * Reads a private key from its file.
 *
 * @throws HubError INVALID_INPUT when it is missing, holds no private Ed25519 key, or others may read it.
 */
export function readKeyFile(path: string): SigningKey {
  const written = contentsOf(path);
  if ((statSync(path).mode & OTHERS) !== 0) throw wrongFile(path, OPEN_TO_OTHERS);
  const key = keyIn(written);
  if (!key) throw wrongFile(path, NO_KEY);
  return key;
}

const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

function contentsOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw wrongFile(path, UNREADABLE);
  }
}

/** A message of the parser may quote the key: it goes no further. */
function keyIn(written: string): SigningKey | null {
  try {
    const key = signingKey(PRIVATE_JWK.parse(JSON.parse(written)));
    return key.key.export({ format: 'jwk' }).x === key.publicJwk.x ? key : null;
  } catch {
    return null;
  }
}

const UNREADABLE = text('không đọc được; hãy kiểm tra đường dẫn', 'cannot be read; check the path');
const UNWRITABLE = text(
  'không ghi được hoặc đã tồn tại; khoá không bao giờ bị ghi đè',
  'cannot be written or is there already; a key is never overwritten',
);
const OPEN_TO_OTHERS = text(
  'người khác đọc được; hãy chạy chmod 600 rồi cân nhắc đổi khoá',
  'can be read by others; run chmod 600 on it and think of a new key',
);
const NO_KEY = text('không chứa khoá bí mật Ed25519 (JWK)', 'holds no private Ed25519 key (JWK)');

function wrongFile(path: string, rule: Text): HubError {
  return new HubError(
    'INVALID_INPUT',
    text(`Tệp khoá ${path}: ${rule.vi}.`, `Key file ${path}: ${rule.en}.`),
  );
}
