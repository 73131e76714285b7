import { describe, expect, test } from '@jest/globals';
import { truncateSync } from 'node:fs';
import { WITHOUT_BREAKS } from '../../../gateway/supergraph/pace.js';
import { manifestIn, readManifestFile, type Manifest } from '../../../gateway/trusted/manifest.js';
import { aFile, apolloManifest, sha256 } from './a-manifest.js';

const ONE = 'query One { __typename }';
const TWO = 'query Two { two: __typename }';

async function readManifest(path: string): Promise<Manifest> {
  return manifestIn(await readManifestFile(path), WITHOUT_BREAKS);
}

describe('a manifest is read', () => {
  test.each([
    [
      'of Apollo',
      apolloManifest([
        { id: sha256(ONE), body: ONE },
        { id: 'two', body: TWO },
      ]),
    ],
    ['as a map', { [sha256(ONE)]: ONE, two: TWO }],
    ['as a map with prefixed hashes', { [`sha256:${sha256(ONE)}`]: ONE, two: TWO }],
  ])('%s', async (_, content) => {
    const manifest = await readManifest(aFile(content));

    expect(manifest.size).toBe(2);
    expect(manifest.get(sha256(ONE))).toBe(ONE);
    expect(manifest.get(`sha256:${sha256(ONE).toUpperCase()}`)).toBe(ONE);
    expect(manifest.get('two')).toBe(TWO);
    expect(manifest.get(sha256(TWO))).toBe(TWO);
  });

  test('and knows nothing else, nor what every object has', async () => {
    const manifest = await readManifest(aFile({ one: ONE }));

    for (const id of ['two', sha256(TWO), 'constructor', '__proto__', ''])
      expect(manifest.get(id)).toBeUndefined();
  });
});

describe('a manifest stops the start', () => {
  test.each([
    ['that is no JSON', '{'],
    ['of another form', [ONE]],
    ['of another version', { ...apolloManifest([]), version: 2 }],
    ['with a text under the hash of another', { [sha256(TWO)]: ONE }],
    [
      'with two texts under one id',
      apolloManifest([
        { id: 'a', body: ONE },
        { id: 'a', body: TWO },
      ]),
    ],
    ['with an empty id', { '': ONE }],
    ['with a text that does not parse', { one: 'query {' }],
    ['with a text that is a schema', { one: 'type A { a: Int }' }],
    ['with fragments alone', { one: 'fragment A on B { c }' }],
    ['with an endless text', { one: `{ ${'a '.repeat(30_000)} }` }],
  ])('%s', async (_, content) => {
    await expect(readManifest(aFile(content))).rejects.toMatchObject({
      code: 'INVALID_SETTING',
      details: { setting: 'TRUSTED_DOCUMENTS' },
    });
  });

  test('that is too large', async () => {
    const path = aFile({ one: ONE });
    truncateSync(path, 16_777_217);

    await expect(readManifest(path)).rejects.toThrow('16777216');
  });

  test('that is not there', async () => {
    await expect(readManifest(`${aFile({})}.not`)).rejects.toMatchObject({ code: 'INVALID_SETTING' });
  });
});

test('a large manifest is read with breaks for requests', async () => {
  const large = Object.fromEntries(
    Array.from({ length: 4_000 }, (_, n) => [`n${n}`, `{ ${'a '.repeat(50)} b${n} }`]),
  );
  let breaks = 0;

  await manifestIn(JSON.stringify(large), { rest: async () => void (breaks += 1) });

  expect(breaks).toBeGreaterThan(1);
});
