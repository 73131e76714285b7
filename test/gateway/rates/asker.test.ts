import { describe, expect, test } from '@jest/globals';
import { keyOf } from '../../../gateway/rates/asker.js';
import { ANONYMOUS, callerWith } from '../../../schema/contract/caller.js';

const ISS = 'https://issuer.test';
const key = (claims: Readonly<Record<string, unknown>>, address?: string) =>
  keyOf({ caller: callerWith({ iss: ISS, ...claims }), address });

describe('a caller is counted', () => {
  test('by the subject of its token, from wherever and however often the token is renewed', () => {
    expect(key({ sub: 'an', jti: '1' }, '198.51.100.1')).toBe(key({ sub: 'an', jti: '2' }, '198.51.100.2'));
  });

  test('apart from others, also from those of the same name elsewhere', () => {
    const keys = [
      key({ sub: 'an' }),
      key({ sub: 'binh' }),
      key({ iss: 'https://other.test', sub: 'an' }),
      key({ client_id: 'an' }),
      key({ azp: 'an' }),
      keyOf({ caller: ANONYMOUS, address: 'an' }),
    ];

    expect(new Set(keys).size).toBe(keys.length);
  });

  test('by its client where the token names no subject', () => {
    expect(key({ client_id: 'app' }, '198.51.100.1')).toBe(key({ client_id: 'app' }, '198.51.100.2'));
  });

  test('by its address where it has no token, or one that names nobody', () => {
    const at = (address: string) => keyOf({ caller: ANONYMOUS, address });

    expect(at('198.51.100.1')).not.toBe(at('198.51.100.2'));
    expect(key({ sub: '' }, '198.51.100.1')).toBe(at('198.51.100.1'));
    expect(key({}, '198.51.100.1')).toBe(at('198.51.100.1'));
  });

  test('under a name that holds nothing of it', () => {
    expect(key({ sub: 'an@union.example' })).toMatch(/^[\w-]{43}$/);
  });
});
