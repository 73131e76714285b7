import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { authenticator } from '../../../gateway/engine/authenticate/authenticator.js';
import { AUTHENTICATION_SETTINGS } from '../../../gateway/engine/authenticate/settings.js';
import { revokeToken } from '../../../gateway/fleet/revoke-token.js';
import { nameOfDigest, nameOfId } from '../../../schema/contract/token/revocation.js';
import { readSettings } from '../../../schema/contract/settings.js';
import { SILENT, untilTheEnd } from '../../support/tiny-hub.js';
import { anAccessSite } from '../access/site.js';
import { aKeyServer, aPair, signed } from '../engine/authenticate/issuer.js';
import { outcomeOf } from '../engine/authenticate/site.js';
import {
  aMember,
  AWAY,
  PATIENCE_MS,
  shakyRedis,
  testWithRedis,
  type Member,
  type ShakyRedis,
} from './site.js';
import { until } from '../../support/until.js';
import type { JWTPayload } from 'jose';

const REVOKED = 'UNAUTHENTICATED REVOKED';
const trusted = { JWT_ISSUER: 'https://issuer.test', JWT_AUDIENCE: 'hub' };
const exp = Math.floor(Date.now() / 1_000) + 600;

function revoking(redis: ShakyRedis, name: string, until = exp): Promise<void> {
  const settings = { REDIS_URL: redis.url, REDIS_PREFIX: redis.prefix, REDIS_TIMEOUT_MS: PATIENCE_MS };
  return revokeToken({ name, exp: until }, settings);
}

/** What lets callers in at gateways that trust one issuer. */
async function gateways(...members: readonly Member[]) {
  const keys = await aKeyServer();
  const pair = await aPair('first');
  keys.publish(pair);
  untilTheEnd({ stop: () => keys.close() });
  const settings = readSettings(AUTHENTICATION_SETTINGS, { JWKS_URL: keys.url, ...trusted });
  const all = members.map(({ fleet: { isRevoked } }) => authenticator(settings, { log: SILENT, isRevoked }));
  for (const each of all) untilTheEnd({ stop: () => each.close() });
  return {
    bearer: async (claims: JWTPayload) =>
      `Bearer ${await signed(pair, { iss: trusted.JWT_ISSUER, aud: 'hub', exp, ...claims })}`,
    outcomes: (header: string) =>
      Promise.all(all.map((each) => outcomeOf(async () => each.authenticate(header)))),
  };
}

describe('a token that is revoked', () => {
  testWithRedis(
    'by its id is refused by all gateways, though they remember it, and no other is',
    async () => {
      const redis = await shakyRedis();
      const { bearer, outcomes } = await gateways(await aMember(redis), await aMember(redis));
      const [bad, good] = [await bearer({ jti: 'bad' }), await bearer({ jti: 'good' })];
      const before = [await outcomes(bad), await outcomes(good)];

      await revoking(redis, nameOfId('bad'));
      await until(async () => (await outcomes(bad)).every((outcome) => outcome === REVOKED));

      expect(before.flat()).toEqual(Array.from({ length: 4 }, () => 'accepted'));
      expect(await outcomes(good)).toEqual(['accepted', 'accepted']);
    },
  );

  testWithRedis('by its digest is refused, too, whatever its signature', async () => {
    const redis = await shakyRedis();
    const { bearer, outcomes } = await gateways(await aMember(redis));
    const [one, again] = [await bearer({ sub: 'an' }), await bearer({ sub: 'an' })];
    const text = one.slice('Bearer '.length, one.lastIndexOf('.'));

    await revoking(redis, nameOfDigest(createHash('sha256').update(text).digest('hex')));
    await until(async () => (await outcomes(one))[0] === REVOKED);

    expect(again).not.toBe(one);
    expect(await outcomes(again)).toEqual([REVOKED]);
  });

  testWithRedis('is refused by a gateway that starts later, and while Redis is away', async () => {
    const redis = await shakyRedis();
    await revoking(redis, nameOfId('bad'));
    const member = await aMember(redis);
    const { bearer, outcomes } = await gateways(member);
    const token = await bearer({ jti: 'bad' });

    const there = await outcomes(token);
    redis.kill();
    await member.said(AWAY);

    expect([...there, ...(await outcomes(token))]).toEqual([REVOKED, REVOKED]);
  });

  testWithRedis('while a gateway was cut off is refused once it is back', async () => {
    const [redis, other] = [await shakyRedis(), await shakyRedis()];
    const member = await aMember(redis);
    const { bearer, outcomes } = await gateways(member);
    const token = await bearer({ jti: 'bad' });

    redis.kill();
    await member.said(AWAY);
    await revoking({ ...other, prefix: redis.prefix }, nameOfId('bad'));
    const meanwhile = await outcomes(token);
    redis.restore();
    await until(async () => (await outcomes(token))[0] === REVOKED);

    expect(meanwhile).toEqual(['accepted']);
  });

  testWithRedis('leaves nothing in Redis for ever, and no id', async () => {
    const redis = await shakyRedis();
    const { Redis } = await import('ioredis');
    const client = new Redis(redis.url);

    await revoking(redis, nameOfId('bad'), exp + 100);
    await revoking(redis, nameOfId('worse'));
    const [ttl, names] = [
      await client.ttl(`${redis.prefix}:revoked`),
      await client.zrange(`${redis.prefix}:revoked`, '0', '-1'),
    ];
    client.disconnect();

    expect(names.toSorted()).toEqual([nameOfId('bad'), nameOfId('worse')].toSorted());
    expect(names.join()).not.toContain('bad');
    expect(ttl).toBeGreaterThan(1_200);
    expect(ttl).toBeLessThanOrEqual(1_300);
  });
});

test('a revoked token is refused over HTTP with 401, in both languages', async () => {
  const isRevoked = (names: readonly string[]) => names.includes(nameOfId('bad'));
  const site = await anAccessSite({ fleet: { isRevoked } as Member['fleet'] });

  const { status, errors } = await site.hub.ask('{ __typename }', {
    headers: await site.bearer({ jti: 'bad' }),
  });

  expect(status).toBe(401);
  expect(errors).toMatchObject([
    {
      message: 'The token has been revoked.',
      extensions: { code: 'UNAUTHENTICATED', reason: 'REVOKED', messageVi: 'Mã xác thực đã bị thu hồi.' },
    },
  ]);
});

test('whoever revokes a token while Redis is away is told that it still holds', async () => {
  const redis = { url: 'redis://user:secret@127.0.0.1:1', prefix: 'test' };

  const work = revoking(redis as ShakyRedis, nameOfId('bad'));

  await expect(work).rejects.toMatchObject({
    code: 'REVOCATION_FAILED',
    message: expect.not.stringMatching(/secret|127/),
  });
});
