import { readSeedOptions, SeedRefused } from './options.js';
import { addressesIn } from './place.js';
import { requirePermission } from './permission.js';
import { describe, expect, test } from '@jest/globals';

const HERE = new Map([['union', 'postgresql://union@127.0.0.1/union']]);
const ELSEWHERE = new Map([['union', 'postgresql://union@database.example.vn/union']]);

describe('a nation is made', () => {
  test('in databases of this machine without a word', () => {
    expect(() => requirePermission(HERE, { yes: false }, {})).not.toThrow();
    expect(() => requirePermission(undefined, { yes: false }, {})).not.toThrow();
  });

  test('elsewhere only when that is said to be meant', () => {
    expect(() => requirePermission(ELSEWHERE, { yes: false }, {})).toThrow(SeedRefused);
    expect(() => requirePermission(ELSEWHERE, { yes: true }, {})).not.toThrow();
  });

  test('in production only when that is said to be meant', () => {
    const production = { NODE_ENV: 'production' };

    expect(() => requirePermission(undefined, { yes: false }, production)).toThrow(SeedRefused);
    expect(() => requirePermission(undefined, { yes: true }, production)).not.toThrow();
  });

  test('where all addresses are given or none', () => {
    expect(addressesIn({})).toBeUndefined();
    expect(() => addressesIn({ UNION_DATABASE_URL: 'postgresql://union@127.0.0.1/union' })).toThrow(
      SeedRefused,
    );
  });

  test('at a scale above nothing and up to the whole', () => {
    expect(readSeedOptions(['--scale', '0.1']).scale).toBe(0.1);
    for (const scale of ['0', '2', 'much'])
      expect(() => readSeedOptions(['--scale', scale])).toThrow(SeedRefused);
  });
});
