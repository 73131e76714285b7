import { describe, expect, test } from '@jest/globals';
import { nameOfId } from '../../../schema/contract/token/revocation.js';
import { startProcess } from '../../support/process.js';
import { aMember, shakyRedis, testWithRedis } from './site.js';
import { until } from '../../support/until.js';

const EXP = String(Math.floor(Date.now() / 1_000) + 600);

describe('the command that revokes a token', () => {
  testWithRedis('ends well once the gateways are told', async () => {
    const redis = await shakyRedis();
    const { fleet } = await aMember(redis);

    const settings = { REDIS_URL: redis.url, REDIS_PREFIX: redis.prefix, REDIS_TIMEOUT_MS: '5000' };
    const code = await startProcess('gateway/revoke.js', ['--jti', 'bad', '--exp', EXP], settings).ended;
    await until(() => fleet.isRevoked([nameOfId('bad')]));

    expect(code).toBe(0);
  });

  test.each([
    ['the server that gateways share is not named', {}, 'INVALID_SETTING', 2],
    ['that server is away', { REDIS_URL: 'redis://127.0.0.1:1' }, 'REVOCATION_FAILED', 1],
  ])('fails with a code of its own when %s', async (_, settings, code, exitCode) => {
    const command = startProcess('gateway/revoke.js', ['--jti', 'bad', '--exp', EXP], settings);

    expect(await command.event((event) => event['code'] === code)).toMatchObject({ level: 60 });
    expect(await command.ended).toBe(exitCode);
  });
});
