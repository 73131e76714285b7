import { tokenAddress } from '../../../../gateway/embedded/trial/arguments.js';
import { askForToken } from '../../../../gateway/embedded/trial/ask.js';
import { trialHelp } from '../../../../gateway/embedded/trial/help.js';
import { TRIAL_SCOPES } from '../../../../gateway/embedded/trial/scopes.js';
import { describe, expect, test } from '@jest/globals';

const OFFICE = ['--role', 'AUDITOR', '--organization', 'id'];

describe('the command that asks for a trial token', () => {
  test.each([
    ['the usual port', [], {}, 'http://localhost:4000/trial/token?role=AUDITOR&organization=id'],
    [
      'the port of the settings',
      [],
      { PORT: '4477' },
      'http://localhost:4477/trial/token?role=AUDITOR&organization=id',
    ],
    [
      'another hub',
      ['--hub', 'http://127.0.0.1:9/'],
      {},
      'http://127.0.0.1:9/trial/token?role=AUDITOR&organization=id',
    ],
  ])('asks at %s', (_, args, environment, address) => {
    expect(String(tokenAddress([...OFFICE, ...args], environment))).toBe(address);
  });

  test('passes on what may be said of an office', () => {
    const address = tokenAddress(['--account', 'a', '--purpose', 'thử', '--scopes', 'x:read y:read'], {});

    expect(Object.fromEntries(address?.searchParams ?? [])).toEqual({
      account: 'a',
      purpose: 'thử',
      scopes: 'x:read y:read',
    });
  });

  test.each([[['--rolle', 'x']], [['--hub', 'localhost:4000']], [['AUDITOR']]])('refuses %j', (args) => {
    expect(() => tokenAddress(args, {})).toThrow(expect.objectContaining({ code: 'INVALID_SETTING' }));
  });

  test('names every role in its help', () => {
    expect(tokenAddress(['--help'], {})).toBeNull();
    expect(Object.keys(TRIAL_SCOPES).filter((role) => !trialHelp().includes(role))).toEqual([]);
  });

  test('says where no hub issues tokens', async () => {
    const asked = askForToken(new URL('http://127.0.0.1:9/trial/token'));

    await expect(asked).rejects.toMatchObject({
      code: 'INVALID_SETTING',
      text: { en: expect.stringContaining('npm run trial') },
    });
  });
});
