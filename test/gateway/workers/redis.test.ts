import { describe, expect, jest } from '@jest/globals';
import type { Pool } from 'undici';
import { startProcess } from '../../support/process.js';
import { untilTheEnd } from '../../support/tiny-hub.js';
import { until } from '../../support/until.js';
import { aKeyServer, aPair, signed } from '../engine/authenticate/issuer.js';
import { AWAY, shakyRedis, testWithRedis, THERE, type ShakyRedis } from '../fleet/site.js';
import { heard, statusOf, toEach, twoProcesses, type Posted } from './two-processes.js';

jest.setTimeout(120_000);

const TRUSTED = { JWT_ISSUER: 'https://issuer.test', JWT_AUDIENCE: 'hub' };
const EXP = Math.floor(Date.now() / 1_000) + 600;

/** Generous, since the machine may be busy. */
function sharing({ url, prefix }: ShakyRedis) {
  return { REDIS_URL: url, REDIS_PREFIX: prefix, REDIS_TIMEOUT_MS: '5000' };
}

/** How many of so many requests, one after the other, are let in. */
async function admitted(pool: Pool, tries: number): Promise<number> {
  let count = 0;
  for (let each = 0; each < tries; each += 1) if ((await statusOf(pool)) === 200) count += 1;
  return count;
}

/** An issuer of tokens, what trusts it, and a token of it as a request has it. */
async function anIssuer() {
  const keys = await aKeyServer();
  const pair = await aPair('first');
  keys.publish(pair);
  untilTheEnd({ stop: () => keys.close() });
  const claims = { iss: TRUSTED.JWT_ISSUER, aud: TRUSTED.JWT_AUDIENCE, exp: EXP };
  const bearer = async (jti: string): Promise<Posted> => ({
    headers: { authorization: `Bearer ${await signed(pair, { ...claims, jti })}` },
  });
  return { settings: { ...TRUSTED, JWKS_URL: keys.url }, bearer };
}

describe('the processes of one gateway that share a Redis server', () => {
  testWithRedis('count callers together; each goes on alone and more strictly while it is away', async () => {
    const redis = await shakyRedis();
    const gateway = await twoProcesses({ ...sharing(redis), RATE_LIMIT_PER_MINUTE: '10' });
    await heard(gateway, THERE, 2);
    const [one, other] = await toEach(gateway);

    const before = [await admitted(one, 2), await admitted(other, 1)];
    redis.kill();
    await heard(gateway, AWAY, 2);
    const alone = [await admitted(one, 12), await admitted(other, 12)];
    redis.restore();
    await heard(gateway, THERE, 4);
    const together = [await admitted(one, 4), await admitted(other, 12), await admitted(one, 12)];

    expect([before, alone]).toEqual([
      [2, 1],
      [5, 5],
    ]);
    // On a busy machine the minute of the first requests may be over.
    expect([
      [4, 3, 0],
      [4, 6, 0],
    ]).toContainEqual(together);
  });

  testWithRedis('all refuse a token that is revoked, also while Redis is away', async () => {
    const redis = await shakyRedis();
    const { settings, bearer } = await anIssuer();
    const gateway = await twoProcesses({ ...sharing(redis), ...settings });
    await heard(gateway, THERE, 2);
    const pools = await toEach(gateway);
    const [bad, good] = [await bearer('bad'), await bearer('good')];
    const statuses = (posted: Posted) => Promise.all(pools.map((pool) => statusOf(pool, posted)));
    const before = await statuses(bad);

    const revoking = startProcess(
      'gateway/revoke.js',
      ['--jti', 'bad', '--exp', String(EXP)],
      sharing(redis),
    );
    const code = await revoking.ended;
    await until(async () => (await statuses(bad)).every((status) => status === 401));
    redis.kill();
    await heard(gateway, AWAY, 2);

    expect([code, before]).toEqual([0, [200, 200]]);
    expect([await statuses(bad), await statuses(good)]).toEqual([
      [401, 401],
      [200, 200],
    ]);
  });
});
