import { HubError } from '../errors.js';
import { text, type Text } from '../text.js';
import type { JWK } from 'jose';
import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A setting that names a file with a key. */
export interface KeyFile {
  readonly setting: string;
  readonly path: string;
}

const KIND = 'ed25519';

/** The private Ed25519 key in a PEM file. @throws HubError INVALID_SETTING */
export function privateKeyIn(file: KeyFile): KeyObject {
  const pem = contentsOf(file);
  return keyFrom(file, () => createPrivateKey(pem), PRIVATE_NEEDED);
}

/** The public Ed25519 key in a PEM file, which must not hold the private one. @throws HubError INVALID_SETTING */
export function publicKeyIn(file: KeyFile): KeyObject {
  const pem = contentsOf(file);
  if (pem.includes('PRIVATE KEY')) throw wrongFile(file, PUBLIC_NEEDED);
  return keyFrom(file, () => createPublicKey(pem), PUBLIC_NEEDED);
}

/** A public Ed25519 key as it is published; its `kid` is its thumbprint. Source: RFC 7638, RFC 8037. */
export function publishedKey(key: KeyObject): JWK {
  const { crv, kty, x } = key.export({ format: 'jwk' });
  const kid = hash('sha256', JSON.stringify({ crv, kty, x }), 'base64url');
  return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
}

function contentsOf(file: KeyFile): string {
  try {
    return readFileSync(file.path, 'utf8');
  } catch {
    throw wrongFile(file, text('không đọc được tệp', 'the file cannot be read'));
  }
}

function keyFrom(file: KeyFile, read: () => KeyObject, needed: Text): KeyObject {
  const key = orNull(read);
  if (key?.asymmetricKeyType === KIND) return key;
  throw wrongFile(file, needed);
}

/** What OpenSSL says of a wrong file may quote it. */
function orNull(read: () => KeyObject): KeyObject | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const PRIVATE_NEEDED = text('cần khoá bí mật Ed25519 dạng PEM', 'it needs a private Ed25519 key as PEM');
const PUBLIC_NEEDED = text(
  'cần khoá công khai Ed25519 dạng PEM, không phải khoá bí mật',
  'it needs a public Ed25519 key as PEM, not the private one',
);

function wrongFile({ setting }: KeyFile, rule: Text): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(
      `Thiết lập ${setting} không hợp lệ: ${rule.vi}; xem docs/settings.md.`,
      `Setting ${setting} is wrong: ${rule.en}; see docs/settings.md.`,
    ),
    { setting },
  );
}
