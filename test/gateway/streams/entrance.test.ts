import { describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { RefusedOperation } from '../../../gateway/streams/last-words.js';
import type { Parameters } from '../../../schema/contract/http/parameters.js';
import type { RequestOrigin } from '../../../schema/contract/serve.js';
import { admitted, Client, connected, entranceWith, statusAt, twoTicks } from './an-entrance.js';

/** Answers that never come, and are told when nobody waits for them any more. */
function silence(signal: AbortSignal): AsyncIterable<string> {
  const next = (): Promise<IteratorResult<string>> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ done: true, value: undefined }));
    });
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

describe('a WebSocket for GraphQL', () => {
  test('a client of the usual library gets its answers, as who it says it is', async () => {
    const runs: [Parameters, RequestOrigin][] = [];
    const { port } = await entranceWith({
      run: (asked, origin) => {
        runs.push([asked, origin]);
        return twoTicks();
      },
    });
    const client = createClient({
      url: `ws://127.0.0.1:${port}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: 'Bearer good' },
    });

    const answers: unknown[] = [];
    for await (const answer of client.iterate({ query: 'subscription { tick }', variables: { n: 1 } }))
      answers.push(answer);
    await client.dispose();

    expect(answers).toEqual([{ data: { tick: 1 } }, { data: { tick: 2 } }]);
    expect(runs).toMatchObject([
      [
        { query: 'subscription { tick }', variables: { n: 1 } },
        { authorization: 'Bearer good', requestId: expect.any(String) },
      ],
    ]);
  });

  test('what the operation is refused for is told as errors, and the connection stays', async () => {
    let isRefused = true;
    const { port } = await entranceWith({
      run: () => {
        if (!isRefused) return twoTicks();
        isRefused = false;
        throw new RefusedOperation([{ message: 'no' }]);
      },
    });
    const client = await admitted(port);

    client.subscribe();
    const refusal = await client.next();
    client.subscribe();

    expect(refusal).toEqual({ id: 'a', type: 'error', payload: [{ message: 'no' }] });
    expect(await client.next()).toMatchObject({ id: 'a', type: 'next' });
  });

  test('an operation that the client completes ends, and its id is free', async () => {
    const signals: AbortSignal[] = [];
    const { port } = await entranceWith({
      run: (_, { signal }) => {
        signals.push(signal);
        return signals.length === 1 ? silence(signal) : twoTicks();
      },
    });
    const client = await admitted(port);

    client.subscribe();
    client.say({ id: 'a', type: 'complete' });
    client.subscribe();

    expect(await client.next()).toMatchObject({ id: 'a', type: 'next' });
    expect(signals[0]?.aborted).toBe(true);
  });

  test('all operations of a client that vanishes end', async () => {
    const origin = Promise.withResolvers<AbortSignal>();
    const { port } = await entranceWith({
      run: (_, { signal }) => {
        origin.resolve(signal);
        return silence(signal);
      },
    });
    const client = await admitted(port);
    client.subscribe();
    const signal = await origin.promise;

    const left = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve());
    });
    client.socket.terminate();

    await left;
  });

  test('no more operations are open than may be', async () => {
    const { port } = await entranceWith({
      settings: { STREAMS_PER_SOCKET: 1 },
      run: (_, { signal }) => silence(signal),
    });
    const client = await admitted(port);

    client.subscribe('a');
    client.subscribe('b');

    expect(await client.next()).toMatchObject({
      id: 'b',
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY_STREAMS' } }],
    });
  });

  test('a client that pauses gets every answer', async () => {
    const count = 500;
    async function* many(): AsyncGenerator<string> {
      for (let n = 0; n < count; n += 1) yield JSON.stringify({ data: { n, filler: 'x'.repeat(50_000) } });
    }
    const { port } = await entranceWith({ run: () => many() });
    const client = await admitted(port);

    client.subscribe();
    const answers = [await client.next()];
    client.socket.pause();
    setImmediate(() => client.socket.resume());
    while (answers.length < count) answers.push(await client.next());

    const places = answers.map(({ payload }) => (payload as { data: { n: number } }).data.n);
    expect(places).toEqual(Array.from({ length: count }, (_, n) => n));
    expect(await client.next()).toEqual({ id: 'a', type: 'complete' });
  });

  test('a client that does not read loses its connection, and no more answers were made than it could take', async () => {
    let made = 0;
    const ended = Promise.withResolvers<void>();
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) {
          made += 1;
          yield JSON.stringify({ data: { filler: 'x'.repeat(50_000) } });
        }
      } finally {
        ended.resolve();
      }
    }
    const { port } = await entranceWith({ run: () => endless(), settings: { STREAM_STALL_MS: 50 } });
    const client = await admitted(port);

    client.subscribe();
    await client.next();
    client.socket.pause();

    await ended.promise;
    expect(made).toBeLessThan(1_000);
  });

  test('a client that answers no ping is cut', async () => {
    const { port } = await entranceWith({ settings: { STREAM_HEARTBEAT_MS: 50 } });
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
      autoPong: false,
    });

    expect(await new Client(socket).closed).toBe(1006);
  });

  test('a connection whose token expires is closed so that the client comes again', async () => {
    const { port } = await entranceWith();

    const client = await admitted(port, { authorization: 'Bearer short' });

    expect(await client.closed).toBe(4403);
  });

  test('an entrance that shuts lets operations end, and takes no more', async () => {
    const { port, entrance } = await entranceWith({ run: (_, { signal }) => silence(signal) });
    const client = await admitted(port);
    client.subscribe('a');
    client.say({ type: 'ping' });
    await client.next();

    entrance.shut();
    client.subscribe('b');
    const refusal = await client.next();
    client.say({ id: 'a', type: 'complete' });

    expect(refusal).toMatchObject({
      id: 'b',
      type: 'error',
      payload: [{ extensions: { reason: 'STOPPING' } }],
    });
    expect(await client.closed).toBe(1001);
    expect(await statusAt(port, {})).toBe(503);
  });

  test.each([
    ['an unknown path', { path: '/elsewhere' }, 404],
    ['a page of another site', { headers: { origin: 'https://evil.example' } }, 403],
    ['a page of no site', { headers: { origin: 'null' } }, 403],
    ['a page whose host only looks like ours', { headers: { origin: 'https://hub.example.evil.test' } }, 403],
  ])('%s is turned away', async (_, options, status) => {
    const { port } = await entranceWith();

    expect(await statusAt(port, options)).toBe(status);
  });

  test.each([['https://hub.example'], [undefined]])('a page of %s is let in', async (origin) => {
    const { port } = await entranceWith();

    const client = await connected(port, { headers: origin ? { origin } : {} });

    expect(client.socket.protocol).toBe('graphql-transport-ws');
  });

  test('a page of the hub itself is let in', async () => {
    const { port } = await entranceWith();

    const client = await connected(port, { headers: { origin: `http://127.0.0.1:${port}` } });

    expect(client.socket.protocol).toBe('graphql-transport-ws');
  });

  test('more connections than may be are turned away', async () => {
    const { port } = await entranceWith({ settings: { STREAM_SOCKETS_MAX: 1 } });
    await connected(port);

    expect(await statusAt(port, {})).toBe(503);
  });

  const INIT = { type: 'connection_init' };
  const SUBSCRIBE = { id: 'a', type: 'subscribe', payload: { query: '{ tick }' } };

  test.each([
    ['says nothing', [], 4408],
    ['asks before it was let in', [SUBSCRIBE], 4401],
    ['greets twice', [INIT, INIT], 4429],
    ['has a token that is not good', [{ ...INIT, payload: { authorization: 'Bearer bad' } }], 4401],
    ['has a token that is no text', [{ ...INIT, payload: { authorization: 7 } }], 4401],
    [
      'has two tokens',
      [{ ...INIT, payload: { authorization: 'Bearer good', Authorization: 'Bearer good' } }],
      4401,
    ],
    ['says what is no JSON', ['{'], 4400],
    ['says what is no message', [{ type: 'start' }], 4400],
    ['says what is nested too deeply', [`${'['.repeat(300)}${']'.repeat(300)}`], 4400],
    ['says too much', ['x'.repeat(20_000)], 1009],
  ])('the connection of a client that %s is closed', async (_, messages, code) => {
    const { port } = await entranceWith({ settings: { STREAM_INIT_TIMEOUT_MS: 200 } });
    const client = await connected(port);

    for (const message of messages) client.say(message);

    expect(await client.closed).toBe(code);
  });

  test('the same id twice closes the connection', async () => {
    const { port } = await entranceWith({ run: (_, { signal }) => silence(signal) });
    const client = await admitted(port);

    client.subscribe();
    client.subscribe();

    expect(await client.closed).toBe(4409);
  });

  test('a header and a payload with tokens are two tokens', async () => {
    const { port } = await entranceWith();
    const client = await connected(port, { headers: { authorization: 'Bearer good' } });

    client.say({ ...INIT, payload: { authorization: 'Bearer good' } });

    expect(await client.closed).toBe(4401);
  });

  test('a client of another protocol is told so', async () => {
    const { port } = await entranceWith();
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`);

    expect(await new Client(socket).closed).toBe(4406);
  });
});
