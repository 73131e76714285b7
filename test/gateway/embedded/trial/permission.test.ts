import 'reflect-metadata';
import { startHub } from '../../../../gateway/embedded/hub.js';
import { openTrial } from '../../../../gateway/embedded/trial/open.js';
import { Undo } from '../../../../gateway/embedded/undo.js';
import { createLog } from '../../../../schema/contract/log.js';
import { SILENT, trialSettings } from './a-trial.js';
import { expect, test } from '@jest/globals';

test.each([
  ['a process for production', { NODE_ENV: 'production' }, 'NODE_ENV'],
  ['a process that is not said to be for development', { NODE_ENV: 'staging' }, 'NODE_ENV'],
  ['a process that says nothing of itself', { NODE_ENV: undefined }, 'NODE_ENV'],
  ['a hub behind a proxy', { TRUSTED_PROXIES: '127.0.0.1' }, 'TRUSTED_PROXIES'],
  ['a hub that pages of others may ask', { CORS_ORIGINS: 'https://page.example' }, 'CORS_ORIGINS'],
  ['a hub that other machines reach', { HOST: '0.0.0.0' }, 'HOST'],
  ['a hub under a name of its own', { HOST: 'hub.example' }, 'HOST'],
  ['a hub that has an issuer', { JWT_ISSUER: 'https://issuer.example' }, 'JWT_ISSUER'],
  ['a hub that trusts other keys', { JWKS_URL: 'https://issuer.example/keys' }, 'JWKS_URL'],
])('%s does not start with trial tokens', async (_, environment, named) => {
  const start = startHub({
    settings: trialSettings(environment),
    log: createLog('test', 'silent'),
    announcer: SILENT,
    stop: new AbortController().signal,
    onDatabaseLost: () => undefined,
  });

  await expect(start).rejects.toMatchObject({
    code: 'INVALID_SETTING',
    details: { setting: 'TRIAL_TOKENS' },
    text: { vi: expect.stringContaining(named), en: expect.stringContaining(named) },
  });
});

test.each([{}, { NODE_ENV: 'test' }, { HOST: '::1' }, { HOST: 'localhost' }])(
  'a hub for development may have them: %j',
  async (environment) => {
    const undo = new Undo();
    const { trial } = await openTrial(trialSettings(environment), { undo, announcer: SILENT });
    await undo.all();

    expect(trial?.roles).toContain('AUDITOR');
  },
);

test('unless told so, a hub issues nothing and trusts whom its settings say', async () => {
  const settings = trialSettings({ TRIAL_TOKENS: 'false', NODE_ENV: 'production', HOST: '0.0.0.0' });

  const opened = await openTrial(settings, { undo: new Undo(), announcer: SILENT });

  expect(opened).toEqual({ authentication: settings });
});
