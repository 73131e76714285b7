import { describe, expect, test } from '@jest/globals';
import { anAccessSite } from '../access/site.js';
import { aDoor, codesIn, post } from '../door/a-door.js';
import { errorsIn, hub, PREFLIGHTED, send } from '../http/send.js';

const TYPE = { query: '{ __typename }' };
const ORGS = { query: '{ orgs(first: 10) { edges { cursor } } }' };

function limited(environment: Readonly<Record<string, string>>) {
  return hub({ door: aDoor(environment) });
}

describe('whoever asks more often than allowed', () => {
  test('is refused with the time to wait, in both languages, and no agency is asked', async () => {
    const { url } = await limited({ RATE_LIMIT_PER_MINUTE: '2' });

    await post(url, TYPE);
    await post(url, TYPE);
    const sent = await post(url, TYPE);

    expect(sent.status).toBe(429);
    const wait = Number(sent.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(errorsIn(sent)).toEqual([
      {
        message: expect.stringContaining('Try again in'),
        extensions: {
          code: 'RATE_LIMITED',
          messageVi: expect.stringContaining('Hãy thử lại sau'),
          limit: 'operations',
          allowed: 2,
          retryAfter: wait,
          requestId: sent.headers['x-request-id'],
        },
      },
    ]);
  });

  test.each(['application/json', 'application/graphql-response+json'])(
    'is refused by GET, too, with the same status in %s',
    async (accept) => {
      const { url } = await limited({ RATE_LIMIT_PER_MINUTE: '1' });

      await post(url, TYPE);
      const sent = await send(`${url}/graphql?query={__typename}`, { headers: { ...PREFLIGHTED, accept } });

      expect(sent).toMatchObject({ status: 429, headers: { 'content-type': `${accept}; charset=utf-8` } });
    },
  );

  test('is not let in by other addresses that it claims', async () => {
    const { url } = await limited({ RATE_LIMIT_PER_MINUTE: '1' });
    const from = (address: string) => post(url, TYPE, { 'x-forwarded-for': address });

    const statuses = [await from('198.51.100.1'), await from('198.51.100.2'), await from('')];

    expect(statuses.map(({ status }) => status)).toEqual([200, 429, 429]);
  });

  test('does not use up what others may, behind a proxy that is trusted', async () => {
    const { url } = await limited({ RATE_LIMIT_PER_MINUTE: '1', TRUSTED_PROXIES: '127.0.0.1' });
    const from = (address: string) => post(url, TYPE, { 'x-forwarded-for': address });

    const first = await from('198.51.100.1');
    const forged = await from('203.0.113.5, 198.51.100.1');
    const other = await from('198.51.100.2');

    expect([first.status, forged.status, other.status]).toEqual([200, 429, 200]);
  });

  test('is the caller of the token, wherever it asks from and whoever else does', async () => {
    const site = await anAccessSite({
      door: aDoor({ RATE_LIMIT_PER_MINUTE: '1', TRUSTED_PROXIES: '127.0.0.1' }),
    });
    const as = async (sub: string, address: string, jti: string) =>
      post(site.hub.url, TYPE, { ...(await site.bearer({ sub, jti })), 'x-forwarded-for': address });

    const first = await as('an', '198.51.100.1', '1');
    const again = await as('an', '198.51.100.2', '2');
    const other = await as('binh', '198.51.100.1', '3');
    const anonymous = await post(site.hub.url, TYPE, { 'x-forwarded-for': '198.51.100.1' });

    expect([first, again, other, anonymous].map(({ status }) => status)).toEqual([200, 429, 200, 200]);
  });

  test('is counted for what is refused, too', async () => {
    const { url } = await limited({ RATE_LIMIT_PER_MINUTE: '1' });

    const first = await post(url, { query: '{ orgs(first: 30000) { edges { cursor } } }' });
    const second = await post(url, TYPE);

    expect([first.status, second.status]).toEqual([400, 429]);
  });

  test('is counted by its address for a bad token, and without one, too', async () => {
    const { url } = await limited({ RATE_LIMIT_PER_MINUTE: '2' });
    const guess = (token: string) => post(url, TYPE, { authorization: `Bearer ${token}` });

    const sent = [await guess('a'), await guess('b'), await guess('c'), await post(url, TYPE)];

    expect(sent.map(({ status }) => status)).toEqual([401, 401, 429, 429]);
    expect(sent.slice(1, 3).flatMap(codesIn)).toEqual(['UNAUTHENTICATED', 'RATE_LIMITED']);
  });

  test('is refused for a bad token, but not for a good one from the same address', async () => {
    const site = await anAccessSite({ door: aDoor({ RATE_LIMIT_PER_MINUTE: '1' }) });
    const bad = { authorization: 'Bearer e30.e30.e30' };

    const first = await post(site.hub.url, TYPE, bad);
    const second = await post(site.hub.url, TYPE, bad);
    const good = await post(site.hub.url, TYPE, await site.bearer({ sub: 'an' }));

    expect([first, second, good].map(({ status }) => status)).toEqual([401, 429, 200]);
  });

  test('is counted for each operation of a batch', async () => {
    const { url } = await limited({ RATE_LIMIT_PER_MINUTE: '2', BATCH_MAX: '5' });

    const { status, body } = await post(url, [TYPE, TYPE, TYPE]);

    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject([
      { data: {} },
      { data: {} },
      { errors: [{ extensions: { code: 'RATE_LIMITED' } }] },
    ]);
  });
});

describe('whoever asks more than allowed', () => {
  test('is refused by the estimated cost, not by the number of operations', async () => {
    const { url } = await limited({ RATE_LIMIT_COST_PER_MINUTE: '25' });

    const cheap = await Promise.all(Array.from({ length: 20 }, () => post(url, TYPE)));
    const answers = [await post(url, ORGS), await post(url, ORGS), await post(url, ORGS)];

    expect(new Set(cheap.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(errorsIn(answers[2] ?? { headers: {}, body: '{}' })).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', limit: 'cost', allowed: 25 } },
    ]);
  });

  test('spreads it over aliases in vain', async () => {
    const { url } = await limited({ RATE_LIMIT_COST_PER_MINUTE: '25' });
    const aliases = ['a', 'b', 'c'].map((name) => `${name}: orgs(first: 10) { edges { cursor } }`);

    const sent = await post(url, { query: `{ ${aliases.join(' ')} }` });

    expect(sent.status).toBe(429);
    expect(codesIn(sent)).toEqual(['RATE_LIMITED']);
  });
});

test('pages beside the graph are not counted', async () => {
  const { url } = await limited({ RATE_LIMIT_PER_MINUTE: '1' });

  await post(url, TYPE);

  expect(await send(`${url}/health/live`)).toMatchObject({ status: 200 });
});
