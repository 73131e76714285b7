import { newKey, publicKeysOf, readKeyFile, writeKeyFile } from '../../../schema/contract/release/keys.js';
import { publishedKey } from '../../../schema/contract/token/key-file.js';
import { afterAll, expect, test } from '@jest/globals';
import { createPublicKey } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'lien-thong-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a key is read back from the file to which it was written, which nobody else reads', () => {
  const file = join(folder, 'own.jwk');
  const made = newKey();
  writeKeyFile(file, made.privateJwk);
  expect(readKeyFile(file)).toMatchObject({ kid: made.kid, publicJwk: made.publicJwk });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a key is named by its thumbprint, as the gateway names its keys', () => {
  const made = newKey();
  const key = createPublicKey({ key: made.publicJwk, format: 'jwk' });
  expect(made.kid).toBe(publishedKey(key).kid);
  expect(publicKeysOf([made.publicJwk])(made.kid)).toEqual(made.publicJwk);
});

test('a new key has no name that a command line would take for an option', () => {
  const names = Array.from({ length: 600 }, () => newKey().kid);
  expect(names.filter((kid) => kid.startsWith('-'))).toEqual([]);
});

test('a key file is never overwritten', () => {
  const file = join(folder, 'kept.jwk');
  writeKeyFile(file, newKey().privateJwk);
  expect(() => writeKeyFile(file, newKey().privateJwk)).toThrow(/never overwritten/);
});

test('a key file that others may read is refused, and the message says what to do', () => {
  const file = join(folder, 'open.jwk');
  writeKeyFile(file, newKey().privateJwk);
  chmodSync(file, 0o644);
  expect(() => readKeyFile(file)).toThrow(/chmod 600/);
});

test.each([
  ['words', 'no key'],
  ['a public key', JSON.stringify(newKey().publicJwk)],
  ['halves of two keys', JSON.stringify({ ...newKey().privateJwk, x: newKey().publicJwk.x })],
])('a file with %s is refused, and what it holds is not repeated', (name, written) => {
  const file = join(folder, `${name}.jwk`);
  writeFileSync(file, written, { mode: 0o600 });
  expect(() => readKeyFile(file)).toThrow(/^Key file .* holds no private Ed25519 key \(JWK\)\.$/);
});

test('a file that is missing is refused', () => {
  expect(() => readKeyFile(join(folder, 'none.jwk'))).toThrow(/cannot be read/);
});
