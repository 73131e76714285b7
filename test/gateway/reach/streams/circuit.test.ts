import { describe, expect, test } from '@jest/globals';
import {
  circuitOf,
  eventSubgraph,
  open,
  socketSubgraph,
  streamsTo,
  subscription,
  taking,
  type Talk,
} from './a-subgraph.js';
import type { ReachSettings } from '../../../../gateway/reach/settings.js';

/** Opens after two starts of which half failed. */
const TOUCHY: Partial<ReachSettings> = {
  SUBGRAPH_BREAKER_MINIMUM: 2,
  SUBGRAPH_BREAKER_OPEN_MS: 60_000,
};
const BY_EVENTS: Partial<ReachSettings> = {
  ...TOUCHY,
  SUBGRAPH_STREAMS: new Map([['police', { protocol: 'sse' }]]),
};
const NOBODY = 'http://127.0.0.1:1/graphql';
const TICK = { id: '1', type: 'next', payload: { data: { tick: 1 } } };

describe('the circuit of a subgraph that is subscribed to', () => {
  test.each([
    ['graphql-transport-ws', TOUCHY],
    ['server-sent events', BY_EVENTS],
  ])('opens when starts by %s fail', async (_, settings) => {
    const breaker = circuitOf(settings);
    const streams = streamsTo(NOBODY, settings, breaker);

    await expect(taking(streams).next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    await expect(taking(streams).next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });

    expect(breaker.state).toBe('open');
  });

  test('refuses a start while it is open, at once and as a fetch, and asks nothing of the subgraph', async () => {
    const talks: Talk[] = [];
    const url = await socketSubgraph((talk) => void talks.push(talk));
    const breaker = circuitOf(TOUCHY);
    breaker.open();

    await expect(taking(streamsTo(url, TOUCHY, breaker)).next()).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      details: { agency: 'police', retryAfter: 60 },
    });
    expect(talks).toEqual([]);
  });

  test('lets one start through when it was open long enough, and closes after three that went well', async () => {
    const settings = { ...TOUCHY, SUBGRAPH_BREAKER_OPEN_MS: 0 };
    const url = await socketSubgraph(async (talk) => {
      await talk.begun();
      talk.say(TICK);
    });
    const breaker = circuitOf(settings);
    breaker.open();
    const streams = streamsTo(url, settings, breaker);

    const states: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      await taking(streams).next();
      states.push(breaker.state);
    }

    expect(states).toEqual(['half-open', 'half-open', 'closed']);
  });

  test('knows a start for good when the subgraph takes it, however long no event comes', async () => {
    const settings = { ...TOUCHY, SUBGRAPH_BREAKER_OPEN_MS: 0 };
    const begun = open<Talk>();
    const url = await socketSubgraph(async (talk) => {
      await talk.begun();
      begun.resolve(talk);
    });
    const breaker = circuitOf(settings);
    breaker.open();

    const streams = streamsTo(url, settings, breaker);
    void taking(streams).next();
    await begun.promise;

    expect(breaker.state).toBe('half-open');
    expect(() => breaker.enter()).not.toThrow();
  });

  test('is not opened by subscriptions that break off later', async () => {
    const url = await eventSubgraph((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      response.write('event: next\ndata: {"data":{"tick":1}}\n\n', () => response.socket?.destroy());
    });
    const breaker = circuitOf(BY_EVENTS);
    const streams = streamsTo(url, BY_EVENTS, breaker);

    for (let n = 0; n < 4; n += 1) {
      const answers = taking(streams);
      await answers.next();
      await expect(answers.next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    }

    expect(breaker.state).toBe('closed');
  });

  test('learns nothing from a client that leaves soon', async () => {
    const breaker = circuitOf(TOUCHY);
    const come: (() => void)[] = [];
    const url = await eventSubgraph(() => come.shift()?.());
    const streams = streamsTo(url, BY_EVENTS, breaker);

    for (let n = 0; n < 4; n += 1) {
      const control = new AbortController();
      const asked = new Promise<void>((resolve) => come.push(resolve));
      const first = taking(streams, subscription(control.signal)).next();
      await asked;
      control.abort();
      await first;
    }

    expect(breaker.state).toBe('closed');
  });

  test.each([4_400, 4_401, 4_403, 4_409, 4_429])(
    'stays closed when the subgraph turns callers away with %i, who learn that it answered',
    async (code) => {
      const url = await socketSubgraph((talk) => talk.socket.close(code));
      const breaker = circuitOf(TOUCHY);
      const streams = streamsTo(url, TOUCHY, breaker);

      for (let n = 0; n < 4; n += 1)
        await expect(taking(streams).next()).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });

      expect(breaker.state).toBe('closed');
    },
  );

  test.each([
    ['WebSocket', 401, TOUCHY],
    ['WebSocket', 403, TOUCHY],
    ['server-sent events', 401, BY_EVENTS],
    ['server-sent events', 403, BY_EVENTS],
  ])('stays closed when the subgraph lets callers by %s not in, with %i', async (_, status, settings) => {
    const url = await eventSubgraph((__, response) => void response.writeHead(status).end());
    const breaker = circuitOf(settings);
    const streams = streamsTo(url, settings, breaker);

    for (let n = 0; n < 4; n += 1)
      await expect(taking(streams).next()).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });

    expect(breaker.state).toBe('closed');
  });

  test('stays closed when no event comes by server-sent events, nor a head before the first of them', async () => {
    const settings = { ...BY_EVENTS, SUBGRAPH_STREAM_SILENCE_MS: 50 };
    const url = await eventSubgraph(() => undefined);
    const breaker = circuitOf(settings);
    const streams = streamsTo(url, settings, breaker);

    for (let n = 0; n < 2; n += 1)
      await expect(taking(streams).next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });

    expect(breaker.state).toBe('closed');
  });

  test.each([503, 500])('opens when the subgraph answers %i instead of a stream', async (status) => {
    const breaker = circuitOf(BY_EVENTS);
    const url = await eventSubgraph((_, response) => void response.writeHead(status).end());
    const streams = streamsTo(url, BY_EVENTS, breaker);

    for (let n = 0; n < 2; n += 1)
      await expect(taking(streams).next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });

    expect(breaker.state).toBe('open');
  });
});
