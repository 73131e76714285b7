import { describe, expect, test } from '@jest/globals';
import { revokeSettings, tokenNamedBy } from '../../../gateway/fleet/revoke-arguments.js';
import { nameOfDigest, nameOfId } from '../../../schema/contract/token/revocation.js';

const NOW = 1_800_000_000_000;
const EXP = '1800000600';
const HEX = 'ab'.repeat(32);

const named = (...args: readonly string[]) => tokenNamedBy(args, () => NOW);

describe('the command that revokes a token', () => {
  test('takes its id, or the digest of one that has none', () => {
    expect(named('--jti', 'x', '--exp', EXP)).toEqual({ name: nameOfId('x'), exp: Number(EXP) });
    expect(named('--sha256', HEX, '--exp', EXP)).toEqual({ name: nameOfDigest(HEX), exp: Number(EXP) });
  });

  test.each([
    ['nothing', []],
    ['no token', ['--exp', EXP]],
    ['two tokens', ['--jti', 'x', '--sha256', HEX, '--exp', EXP]],
    ['an empty id', ['--jti', '', '--exp', EXP]],
    ['an endless id', ['--jti', 'x'.repeat(1_025), '--exp', EXP]],
    ['a digest of another form', ['--sha256', 'ab', '--exp', EXP]],
    ['no time', ['--jti', 'x']],
    ['a time that is past', ['--jti', 'x', '--exp', '1800000000']],
    ['milliseconds', ['--jti', 'x', '--exp', `${NOW}`]],
    ['a date', ['--jti', 'x', '--exp', '2027-01-01']],
    ['what it does not know', ['--jti', 'x', '--exp', EXP, '--token', 'secret']],
  ])('refuses %s, and repeats nothing', (_, args) => {
    expect(() => named(...args)).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING', message: expect.not.stringContaining('secret') }),
    );
  });

  test.each([
    ['without a server', {}],
    ['at another kind of address', { REDIS_URL: 'http://user:secret@redis.test' }],
    ['with a prefix that is no word', { REDIS_URL: 'redis://redis.test', REDIS_PREFIX: 'a b' }],
  ])('does not start %s', (_, environment) => {
    expect(() => revokeSettings(environment)).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING', message: expect.not.stringContaining('secret') }),
    );
  });
});
