import { describe, expect, test } from '@jest/globals';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { until } from '../../support/until.js';
import { ALL_THREE, GOOD, OTHERS, stormySite, WITHOUT_POLICE, type StormySite } from './site.js';
import { text } from 'node:stream/consumers';

/** Opens after four requests of which half failed, for a moment. */
const TOUCHY = {
  SUBGRAPH_RETRIES: 0,
  SUBGRAPH_BREAKER_MINIMUM: 4,
  SUBGRAPH_BREAKER_OPEN_MS: 60_000,
};

/** A server that answers 503 or well, as `weather` has it. */
async function aServer() {
  const weather = { isBad: true, asked: 0 };
  const good = answering(200, GOOD);
  const bad = answering(503, '{}');
  const { url } = await faultyServer((request, response) => {
    weather.asked += 1;
    (weather.isBad ? bad : good)(request, response);
  });
  return { weather, url };
}

async function times(count: number, { hub }: StormySite): Promise<void> {
  for (let n = 0; n < count; n += 1) await hub.ask(ALL_THREE);
}

/** Asks until the police answers again. */
async function untilWell({ hub }: StormySite): Promise<void> {
  while ((await hub.ask(ALL_THREE)).errors) await hub.ask(OTHERS);
}

/** Until the gateway has seen that so many fetches failed. */
async function untilFailed(count: number, { hub, lines }: StormySite): Promise<void> {
  while (lines.filter(({ reason }) => reason !== undefined).length < count) await hub.ask(OTHERS);
}

describe('a server that fails again and again', () => {
  test('is left alone for a while: its part fails at once, and says when to come again', async () => {
    const { url, weather } = await aServer();
    const site = await stormySite(url, TOUCHY);

    await times(4, site);
    const { data, errors } = await site.hub.ask(ALL_THREE);

    expect(data).toEqual(WITHOUT_POLICE);
    expect(errors).toMatchObject([
      { path: ['lateUnit'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police', retryAfter: 60 } },
    ]);
    expect(weather.asked).toBe(4);
    expect(site.lines.at(-1)).toMatchObject({ level: 40, reason: 'circuit-open', subgraph: 'police' });
  });

  test('is not left alone for what clients gave up', async () => {
    const leaving = { control: new AbortController() };
    const faulty = await faultyServer(() => leaving.control.abort());
    const site = await stormySite(faulty.url, TOUCHY);

    for (let n = 0; n < 6; n += 1) {
      leaving.control = new AbortController();
      const { signal } = leaving.control;
      await expect(site.hub.ask(ALL_THREE, { signal })).rejects.toThrow('aborted');
    }

    expect(site.circuits).toEqual([]);
  });

  test('is left alone when clients gave up on its silence', async () => {
    const faulty = await faultyServer((request) => void request.resume());
    const site = await stormySite(faulty.url, { ...TOUCHY, SHARE_FETCHES: false });
    const leaving = new AbortController();
    const asking = Array.from({ length: 4 }, () => site.hub.ask(ALL_THREE, { signal: leaving.signal }));
    await until(() => faulty.requests.length === 4);
    AbortSignal.timeout(1_000).addEventListener('abort', () => leaving.abort());

    await Promise.allSettled(asking);
    await untilFailed(4, site);
    const { errors } = await site.hub.ask(ALL_THREE);

    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', retryAfter: 60 } }]);
    expect(faulty.requests).toHaveLength(4);
  });

  test('is not left alone for errors within good answers', async () => {
    const faulty = await faultyServer(
      answering(200, JSON.stringify({ data: { lateUnit: null }, errors: [{ message: 'x' }] })),
    );
    const site = await stormySite(faulty.url, TOUCHY);

    await times(6, site);

    expect([faulty.requests.length, site.circuits]).toEqual([6, []]);
  });

  test('makes the gateway unready only when no other answers', async () => {
    const { url } = await aServer();
    const site = await stormySite(url, TOUCHY);
    await times(4, site);

    const ready = await fetch(`${site.hub.url}/health/ready`);

    expect([ready.status, site.circuits]).toEqual([200, [{ subgraph: 'police', state: 'open' }]]);
  });
});

describe('a server that flaps and then is well', () => {
  test('is asked again, one request at a time, and then as before', async () => {
    const { url, weather } = await aServer();
    const site = await stormySite(url, { ...TOUCHY, SUBGRAPH_BREAKER_OPEN_MS: 50 });
    for (let n = 0; n < 8; n += 1) {
      weather.isBad = n % 2 === 0;
      await site.hub.ask(ALL_THREE);
    }
    weather.isBad = false;

    await untilWell(site);
    await times(3, site);

    expect(site.circuits.at(0)).toEqual({ subgraph: 'police', state: 'open' });
    expect(site.circuits.slice(-2)).toEqual([
      { subgraph: 'police', state: 'half-open' },
      { subgraph: 'police', state: 'closed' },
    ]);
  });

  test('gets no herd while it is tried, though many wait for it', async () => {
    const { url, weather } = await aServer();
    const site = await stormySite(url, {
      ...TOUCHY,
      SUBGRAPH_BREAKER_OPEN_MS: 50,
      SHARE_FETCHES: false,
    });
    await times(4, site);

    for (let n = 0; n < 5; n += 1)
      await Promise.all(Array.from({ length: 20 }, () => site.hub.ask(ALL_THREE)));

    const probes = site.circuits.filter(({ state }) => state === 'half-open').length;
    expect(weather.asked).toBe(4 + probes);
  });

  test('is tried by clients while the check of the gateway waits for it', async () => {
    const probed = Promise.withResolvers<() => void>();
    const weather = { isBad: true };
    const { url } = await faultyServer((request, response) => {
      const answer = () => answering(weather.isBad ? 503 : 200, GOOD)(request, response);
      text(request).then(
        (body) => (body.includes('{ __typename }') ? probed.resolve(answer) : answer()),
        probed.reject,
      );
    });
    const site = await stormySite(url, { ...TOUCHY, SUBGRAPH_BREAKER_OPEN_MS: 50 });
    await times(4, site);
    weather.isBad = false;
    for (const end = performance.now() + 50; performance.now() < end;) await site.hub.ask(OTHERS);
    const checked = fetch(`${site.hub.url}/health/ready`);
    const letGo = await probed.promise;

    const { errors } = await site.hub.ask(ALL_THREE);
    letGo();

    expect([errors, (await checked).status]).toEqual([undefined, 200]);
  });
});
