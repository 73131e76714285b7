import { describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { RefusedOperation } from '../../../gateway/streams/last-words.js';
import type { Parameters } from '../../../schema/contract/http/parameters.js';
import type { RequestOrigin } from '../../../schema/contract/serve.js';
import { admitted, Client, connected, entranceWith, silence, statusAt, twoTicks } from './an-entrance.js';

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

  test('a connection whose token expires is closed so that the client comes again', async () => {
    const { port } = await entranceWith();

    const client = await admitted(port, { authorization: 'Bearer short' });

    expect(await client.closed).toBe(4403);
  });

  test('what is asked after the token expired, while something runs, is told so', async () => {
    let isFirst = true;
    const { port } = await entranceWith({
      lifetimeOf: () => 500,
      run: (_, { signal }) => {
        if (!isFirst) return twoTicks();
        isFirst = false;
        return silence(signal);
      },
    });
    const client = await admitted(port);
    client.subscribe('a');

    let last = await client.ask('b');
    while (last['type'] === 'complete') last = await client.ask('b');
    client.say({ id: 'a', type: 'complete' });

    expect(last).toMatchObject({ payload: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'EXPIRED' } }] });
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

  test('a header and a payload with tokens are two tokens', async () => {
    const { port } = await entranceWith();
    const client = await connected(port, { headers: { authorization: 'Bearer good' } });

    client.say({ type: 'connection_init', payload: { authorization: 'Bearer good' } });

    expect(await client.closed).toBe(4401);
  });

  test('a client of another protocol is told so', async () => {
    const { port } = await entranceWith();
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`);

    expect(await new Client(socket).closed).toBe(4406);
  });
});
