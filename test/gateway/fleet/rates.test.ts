import { describe, expect, test } from '@jest/globals';
import { aDoor, post } from '../door/a-door.js';
import { hub, send } from '../http/send.js';
import { aMember, AWAY, PATIENCE_MS, shakyRedis, testWithRedis, THERE, type Member } from './site.js';

const TYPE = { query: '{ __typename }' };

/** A gateway that lets each caller ask ten times a minute. */
function limited({ fleet }: Member) {
  return hub({ fleet, door: aDoor({ RATE_LIMIT_PER_MINUTE: '10' }) });
}

/** How many of so many requests, one after the other, are let in. */
async function admitted(url: string, tries: number): Promise<number> {
  let count = 0;
  for (let each = 0; each < tries; each += 1) if ((await post(url, TYPE)).status === 200) count += 1;
  return count;
}

describe('two gateways that share a Redis server', () => {
  testWithRedis('let a caller ask as often as one of them would', async () => {
    const redis = await shakyRedis();
    const [one, other] = await Promise.all([limited(await aMember(redis)), limited(await aMember(redis))]);

    const counts = [await admitted(one.url, 6), await admitted(other.url, 6), await admitted(one.url, 6)];

    expect(counts).toEqual([6, 4, 0]);
  });

  testWithRedis('do not count what gateways with another prefix do', async () => {
    const redis = await shakyRedis();
    const one = await limited(await aMember(redis));
    const stranger = await limited(await aMember({ ...redis, prefix: `${redis.prefix}-other` }));

    expect([await admitted(one.url, 12), await admitted(stranger.url, 12)]).toEqual([10, 10]);
  });

  testWithRedis('name no caller there, and leave nothing for ever', async () => {
    const redis = await shakyRedis();
    const { fleet } = await aMember(redis);
    const { url } = await limited({ fleet, lines: [], said: async () => undefined });
    await admitted(url, 1);

    const keys = await keysUnder(redis);

    expect(keys.map(({ key }) => key.replace(/[\w-]{43}$/, 'DIGEST'))).toEqual([
      `${redis.prefix}:heartbeat`,
      `${redis.prefix}:rates:operations:DIGEST`,
    ]);
    expect(keys.filter(({ ttl }) => ttl <= 0)).toEqual([]);
  });
});

/** What is kept under a prefix, with the time for which it is. Unit: seconds. */
async function keysUnder({ url, prefix }: { readonly url: string; readonly prefix: string }) {
  const { Redis } = await import('ioredis');
  const client = new Redis(url);
  const keys = (await client.keys(`${prefix}:*`)).toSorted();
  const found = await Promise.all(keys.map(async (key) => ({ key, ttl: await client.ttl(key) })));
  client.disconnect();
  return found;
}

describe('a gateway whose Redis server dies', () => {
  testWithRedis('goes on alone with half the rate, and together again when it is back', async () => {
    const redis = await shakyRedis();
    const member = await aMember(redis);
    const { url } = await limited(member);
    await admitted(url, 3);

    redis.kill();
    await member.said(AWAY);
    const alone = await admitted(url, 12);
    redis.restore();
    await member.said(THERE);
    const together = await admitted(url, 12);

    expect([alone, together]).toEqual([5, 7]);
    expect(member.lines.map((line) => (line.includes(AWAY) ? AWAY : THERE))).toEqual([THERE, AWAY, THERE]);
  });

  testWithRedis('stays ready', async () => {
    const redis = await shakyRedis();
    const member = await aMember(redis);
    const { url } = await limited(member);

    redis.kill();
    await member.said(AWAY);

    expect(await send(`${url}/health/ready`)).toMatchObject({ status: 200 });
  });
});

describe('a gateway whose Redis server answers no more', () => {
  testWithRedis('waits for it once and briefly, then goes on alone until it is back', async () => {
    const redis = await shakyRedis();
    const member = await aMember(redis);
    const { url } = await limited(member);

    redis.freeze();
    const started = performance.now();
    const alone = await admitted(url, 40);
    const took = performance.now() - started;
    redis.restore();
    await member.said(THERE);

    expect(alone).toBe(5);
    expect(took).toBeLessThan(5 * PATIENCE_MS);
    expect(await admitted(url, 1)).toBe(1);
  });
});

describe('a gateway that finds no Redis server at its start', () => {
  const nowhere = { url: 'redis://user:secret@127.0.0.1:1', prefix: 'test' };

  test('goes on alone with half the rate', async () => {
    const { url } = await limited(await aMember(nowhere));

    expect(await admitted(url, 12)).toBe(5);
  });

  test('says so once, without address or password', async () => {
    const { lines } = await aMember(nowhere);

    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 40, reason: 'ECONNREFUSED', msg: expect.stringContaining(AWAY) },
    ]);
    expect(lines.join()).not.toMatch(/127\.0\.0\.1|secret|user/);
  });
});
