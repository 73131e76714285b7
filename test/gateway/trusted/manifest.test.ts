import { describe, expect, test } from '@jest/globals';
import { truncateSync } from 'node:fs';
import { readManifest } from '../../../gateway/trusted/manifest.js';
import { aFile, apolloManifest, sha256 } from './a-manifest.js';

const ONE = 'query One { __typename }';
const TWO = 'query Two { two: __typename }';

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
  ])('%s', (_, content) => {
    const manifest = readManifest(aFile(content));

    expect(manifest.size).toBe(2);
    expect(manifest.get(sha256(ONE))).toBe(ONE);
    expect(manifest.get(`sha256:${sha256(ONE).toUpperCase()}`)).toBe(ONE);
    expect(manifest.get('two')).toBe(TWO);
    expect(manifest.get(sha256(TWO))).toBe(TWO);
  });

  test('and knows nothing else, nor what every object has', () => {
    const manifest = readManifest(aFile({ one: ONE }));

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
  ])('%s', (_, content) => {
    const path = aFile(content);

    expect(() => readManifest(path)).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING', details: { setting: 'TRUSTED_DOCUMENTS' } }),
    );
  });

  test('that is too large', () => {
    const path = aFile({ one: ONE });
    truncateSync(path, 16_777_217);

    expect(() => readManifest(path)).toThrow('16777216');
  });

  test('that is not there', () => {
    expect(() => readManifest(`${aFile({})}.not`)).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING' }),
    );
  });
});
