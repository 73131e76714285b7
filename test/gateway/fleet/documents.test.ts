import { describe, expect } from '@jest/globals';
import { aDoor, codesIn, post } from '../door/a-door.js';
import { hub } from '../http/send.js';
import { sha256 } from '../trusted/a-manifest.js';
import { aMember, AWAY, shakyRedis, testWithRedis, type Member } from './site.js';
import { until } from '../../support/until.js';
import { Redis } from 'ioredis';

const QUERY = '{ shared: __typename }';

const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

function registering({ fleet }: Member) {
  return hub({ fleet, door: aDoor({ APQ: 'true' }) });
}

describe('a text that a client registers at one gateway', () => {
  testWithRedis('runs at another by its hash', async () => {
    const redis = await shakyRedis();
    const one = await registering(await aMember(redis));
    const other = await registering(await aMember(redis));

    await post(one.url, { query: QUERY, extensions: persisted(QUERY) });
    await until(async () => (await post(other.url, { extensions: persisted(QUERY) })).status === 200);

    const { body } = await post(other.url, { extensions: persisted(QUERY) });
    expect(JSON.parse(body)).toMatchObject({ data: { shared: 'Query' } });
  });

  testWithRedis('is still known where it ran, and no text elsewhere, while Redis is away', async () => {
    const redis = await shakyRedis();
    const [first, second] = [await aMember(redis), await aMember(redis)];
    const [one, other] = [await registering(first), await registering(second)];
    await post(one.url, { query: QUERY, extensions: persisted(QUERY) });

    redis.kill();
    await second.said(AWAY);
    const [known, unknown] = [
      await post(one.url, { extensions: persisted(QUERY) }),
      await post(other.url, { extensions: persisted(QUERY) }),
    ];

    expect(known.status).toBe(200);
    expect(codesIn(unknown)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });
});

testWithRedis('a text that stands in Redis under the hash of another is not run', async () => {
  const redis = await shakyRedis();
  const { url } = await registering(await aMember(redis));
  const client = new Redis(redis.url);
  await client.hset(`${redis.prefix}:documents`, sha256('{ wanted: __typename }'), QUERY);
  client.disconnect();

  const sent = await post(url, { extensions: persisted('{ wanted: __typename }') });

  expect(codesIn(sent)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
});
