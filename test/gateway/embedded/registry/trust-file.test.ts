import { ownTrustFile } from '../../../../gateway/embedded/registry/trust-file.js';
import { newKey } from '../../../../schema/contract/release/keys.js';
import { knownRegistryIn } from '../../../../schema/contract/release/known-registry.js';
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('the registry of a hub in one process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-trust-'));
  const { publicJwk } = newKey();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has a name that no other hub’s has, and says it in its file', async () => {
    const paths = ['earnest', 'rehearsal'].map((name) => join(folder, name));
    const names = await Promise.all(paths.map((path) => ownTrustFile(path, publicJwk)));

    expect(names[0]).not.toBe(names[1]);
    expect(paths.map((path) => knownRegistryIn(readFileSync(path, 'utf8'))?.name)).toEqual(names);
  });

  test('keeps its name over starts, also one that it was given before', async () => {
    const path = join(folder, 'former');
    writeFileSync(path, JSON.stringify({ registry: 'former', keys: [publicJwk] }));

    expect(await ownTrustFile(path, newKey().publicJwk)).toBe('former');
    expect(await ownTrustFile(path, publicJwk)).toBe('former');
  });
});
