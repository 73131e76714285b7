import { describe, expect, test } from '@jest/globals';
import { all, open, socketSubgraph, streamsTo, subscription, taking, type Talk } from './a-subgraph.js';

const TICK = { id: '1', type: 'next', payload: { data: { tick: 1 } } };

describe('a subscription over graphql-transport-ws', () => {
  test('tells the subgraph who asks, and what', async () => {
    const talk = open<Talk>();
    const url = await socketSubgraph(talk.resolve);

    const first = taking(streamsTo(url)).next();
    const subgraph = await talk.promise;
    const greeting = await subgraph.next();
    subgraph.say({ type: 'connection_ack' });
    const asked = await subgraph.next();
    subgraph.say(TICK);

    expect(subgraph.socket.protocol).toBe('graphql-transport-ws');
    expect(subgraph.request.headers['x-request-id']).toBe('request-1');
    expect(greeting).toEqual({
      type: 'connection_init',
      payload: { authorization: expect.stringMatching(/^Bearer [\w-]+\./), 'x-request-id': 'request-1' },
    });
    expect(asked).toEqual({
      id: '1',
      type: 'subscribe',
      payload: { query: 'subscription { tick }', variables: {} },
    });
    expect(await first).toEqual({ done: false, value: { data: { tick: 1 } } });
  });

  test('gives one answer after the other, and ends when the subgraph ends it', async () => {
    const url = await socketSubgraph(async (talk) => {
      await talk.begun();
      talk.say(TICK);
      talk.say({ ...TICK, payload: { data: { tick: 2 } } });
      talk.say({ id: '1', type: 'complete' });
    });

    const answers = await all(streamsTo(url).subscribe(subscription()));

    expect(answers).toEqual([{ data: { tick: 1 } }, { data: { tick: 2 } }]);
  });

  test('what the subgraph refuses is an answer with errors, and the end', async () => {
    const url = await socketSubgraph(async (talk) => {
      await talk.begun();
      talk.say({ id: '1', type: 'error', payload: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] });
    });

    const answers = await all(streamsTo(url).subscribe(subscription()));

    expect(answers).toMatchObject([{ errors: [{ message: 'no' }] }]);
  });

  test('the subgraph learns at once that nobody wants its events any more', async () => {
    const talk = open<Talk>();
    const url = await socketSubgraph(talk.resolve);
    const control = new AbortController();

    const answer = taking(streamsTo(url), subscription(control.signal)).next();
    const subgraph = await talk.promise;
    await subgraph.begun();
    control.abort();

    expect(await answer).toEqual({ done: true, value: undefined });
    expect(await subgraph.next()).toEqual({ id: '1', type: 'complete' });
    expect(await subgraph.closed).toBe(1000);
  });

  test('the subgraph learns it too while no answer is asked for', async () => {
    const talk = open<Talk>();
    const url = await socketSubgraph(talk.resolve);
    const control = new AbortController();

    const first = taking(streamsTo(url), subscription(control.signal)).next();
    const subgraph = await talk.promise;
    await subgraph.begun();
    subgraph.say(TICK);
    await first;
    control.abort();

    expect(await subgraph.closed).toBe(1000);
  });

  test('who takes no more leaves the subgraph', async () => {
    const talk = open<Talk>();
    const url = await socketSubgraph(talk.resolve);

    const answers = taking(streamsTo(url));
    const first = answers.next();
    const subgraph = await talk.promise;
    await subgraph.begun();
    subgraph.say(TICK);
    await first;
    await answers.return?.();

    expect(await subgraph.closed).toBe(1000);
  });

  test('a subgraph that dies is told, and what it sent before is not lost', async () => {
    const url = await socketSubgraph(async (talk) => {
      await talk.begun();
      talk.say(TICK);
      talk.socket.terminate();
    });

    const answers = taking(streamsTo(url));

    expect(await answers.next()).toMatchObject({ value: { data: { tick: 1 } } });
    await expect(answers.next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  test('a subgraph that answers no ping is given up', async () => {
    const url = await socketSubgraph((talk) => void talk.begun());

    const answer = taking(streamsTo(url, { SUBGRAPH_STREAM_HEARTBEAT_MS: 50 })).next();

    await expect(answer).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  test('a subgraph that answers pings may be silent for long', async () => {
    const url = await socketSubgraph(async (talk) => {
      let pings = 0;
      talk.socket.on('ping', () => {
        pings += 1;
        talk.socket.pong();
        if (pings === 3) talk.say(TICK);
      });
      await talk.begun();
    });

    const answer = await taking(streamsTo(url, { SUBGRAPH_STREAM_HEARTBEAT_MS: 50 })).next();

    expect(answer).toMatchObject({ value: { data: { tick: 1 } } });
  });

  test('a ping of the protocol is answered', async () => {
    const talk = open<Talk>();
    const url = await socketSubgraph(talk.resolve);
    const control = new AbortController();

    const answer = taking(streamsTo(url), subscription(control.signal)).next();
    const subgraph = await talk.promise;
    await subgraph.begun();
    subgraph.say({ type: 'ping' });

    expect(await subgraph.next()).toEqual({ type: 'pong' });
    control.abort();
    await answer;
  });

  test('an event that is too large ends the subscription', async () => {
    const url = await socketSubgraph(async (talk) => {
      await talk.begun();
      talk.say({ ...TICK, payload: { data: { tick: 'x'.repeat(2_000) } } });
    });

    const answer = taking(streamsTo(url, { SUBGRAPH_EVENT_LIMIT_BYTES: 1_024 })).next();

    await expect(answer).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });
  });

  test.each([
    ['no JSON', 'tick'],
    ['another protocol', '{"type":"data"}'],
    ['no answer', '{"id":"1","type":"next","payload":{"data":7}}'],
  ])('a subgraph that sends %s has failed', async (_, text) => {
    const url = await socketSubgraph(async (talk) => {
      await talk.begun();
      talk.socket.send(text);
    });

    await expect(taking(streamsTo(url)).next()).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });
  });

  test('a subgraph that does not let the gateway in has failed', async () => {
    const url = await socketSubgraph((talk) => talk.socket.close(4403, 'Forbidden'));

    await expect(taking(streamsTo(url)).next()).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });
  });

  test('what nobody takes is not read, and nothing of it is lost', async () => {
    const count = 2_000;
    const talk = open<Talk>();
    const url = await socketSubgraph(talk.resolve);
    const settings = { SUBGRAPH_EVENT_QUEUE: 4, SUBGRAPH_STREAM_HEARTBEAT_MS: 60_000 };
    const answers = taking(streamsTo(url, settings));
    const first = answers.next();
    const { socket, ...subgraph } = await talk.promise.then((each) =>
      Object.assign(each, { begun: each.begun() }),
    );
    await subgraph.begun;
    const filler = 'x'.repeat(10_000);
    for (let tick = 0; tick < count; tick += 1)
      socket.send(JSON.stringify({ ...TICK, payload: { data: { tick, filler } } }));
    socket.send(JSON.stringify({ id: '1', type: 'complete' }));
    await first;
    const held = socket.bufferedAmount;
    const ticks: unknown[] = [0];
    for (let next = await answers.next(); !next.done; next = await answers.next())
      ticks.push(next.value.data?.['tick']);

    expect(held).toBeGreaterThan(1_000_000);
    expect(ticks).toEqual(Array.from({ length: count }, (__, tick) => tick));
  });

  test('more subscriptions than may be are refused, until one ends', async () => {
    const talks: Talk[] = [];
    const url = await socketSubgraph(async (talk) => {
      talks.push(talk);
      await talk.begun();
      talk.say(TICK);
    });
    const streams = streamsTo(url, { SUBGRAPH_MAX_STREAMS: 1 });
    const held = taking(streams);
    await held.next();

    await expect(taking(streams).next()).rejects.toMatchObject({ code: 'TOO_MANY_STREAMS' });
    await held.return?.();
    expect(await taking(streams).next()).toMatchObject({ value: { data: { tick: 1 } } });
  });

  test('nobody listens: the agency does not answer', async () => {
    await expect(taking(streamsTo('http://127.0.0.1:1/graphql')).next()).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
    });
  });
});
