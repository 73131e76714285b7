import { describe, expect, test } from '@jest/globals';
import type { ReachSettings } from '../../../../gateway/reach/settings.js';
import type { SubgraphFetch } from '../../../../gateway/reach/reach.js';
import {
  circuitOf,
  eventSubgraph,
  open,
  socketSubgraph,
  streamsTo,
  subscription,
  taking,
} from './a-subgraph.js';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const BY_EVENTS: Partial<ReachSettings> = {
  SUBGRAPH_STREAMS: new Map([['police', { protocol: 'sse' }]]),
};

/** A subscription that is traced, and what is told of its start. */
function traced() {
  const told: boolean[] = [];
  const fetch: SubgraphFetch = {
    ...subscription(),
    traceparent: TRACE,
    onBegun: (isGood) => void told.push(isGood),
  };
  return { fetch, told };
}

describe('a subscription that is traced', () => {
  test('tells the subgraph so by WebSocket, as the connection is opened and as it begins', async () => {
    const asked = open<readonly unknown[]>();
    const url = await socketSubgraph(async (talk) => {
      asked.resolve([talk.request.headers['traceparent'], await talk.next()]);
    });

    void taking(streamsTo(url), traced().fetch).next();

    expect(await asked.promise).toEqual([
      TRACE,
      { type: 'connection_init', payload: expect.objectContaining({ traceparent: TRACE }) },
    ]);
  });

  test('tells the subgraph so by server-sent events', async () => {
    const asked = open<unknown>();
    const url = await eventSubgraph((request) => asked.resolve(request.headers['traceparent']));

    void taking(streamsTo(url, BY_EVENTS), traced().fetch).next();

    expect(await asked.promise).toBe(TRACE);
  });

  test('is told once that it began, however it ends', async () => {
    const { fetch, told } = traced();
    const url = await socketSubgraph(async (talk) => {
      await talk.begun();
      talk.socket.terminate();
    });

    await expect(taking(streamsTo(url), fetch).next()).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
    });

    expect(told).toEqual([true]);
  });

  test('is told once that it did not begin', async () => {
    const { fetch, told } = traced();

    await expect(taking(streamsTo('http://127.0.0.1:1/'), fetch).next()).rejects.toThrow();

    expect(told).toEqual([false]);
  });

  test('says nothing of its start while the subgraph is left alone', async () => {
    const { fetch, told } = traced();
    const breaker = circuitOf();
    breaker.open();

    await expect(taking(streamsTo('http://127.0.0.1:1/', {}, breaker), fetch).next()).rejects.toThrow();

    expect(told).toEqual([]);
  });
});
