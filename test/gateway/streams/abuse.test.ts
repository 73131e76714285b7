import { describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { admitted, Client, connected, entranceWith, silence, statusAt } from './an-entrance.js';

const INIT = { type: 'connection_init' };
const SUBSCRIBE = { id: 'a', type: 'subscribe', payload: { query: '{ tick }' } };

/** Clients whose operations never answer. */
function silentEntrance(settings: NonNullable<Parameters<typeof entranceWith>[0]>['settings']) {
  return entranceWith({ settings, run: (_, { signal }) => silence(signal) });
}

describe('a WebSocket that is abused', () => {
  test.each([
    ['says nothing', [], 4408],
    ['only pings', [{ type: 'ping' }], 4408],
    ['asks before it was let in', [SUBSCRIBE], 4401],
    ['asks while it is let in', [INIT, SUBSCRIBE], 4401],
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
  ])('SUB-02 by a client that %s is closed', async (_, messages, code) => {
    const { port } = await entranceWith({ settings: { STREAM_INIT_TIMEOUT_MS: 200 } });
    const client = await connected(port);

    for (const message of messages) client.say(message);

    expect(await client.closed).toBe(code);
  });

  test('SUB-02 by the same id twice is closed', async () => {
    const { port } = await silentEntrance({});
    const client = await admitted(port);

    client.subscribe();
    client.subscribe();

    expect(await client.closed).toBe(4409);
  });

  test('SUB-02 by more operations than may be has them refused', async () => {
    const { port } = await silentEntrance({ STREAMS_PER_SOCKET: 1 });
    const client = await admitted(port);

    client.subscribe('a');
    client.subscribe('b');

    expect(await client.next()).toMatchObject({
      id: 'b',
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY_STREAMS' } }],
    });
  });

  test('SUB-02 by 10 000 operations is closed, and few of them were begun', async () => {
    let begun = 0;
    const { port } = await entranceWith({
      settings: { STREAMS_PER_SOCKET: 5 },
      run: (_, { signal }) => {
        begun += 1;
        return silence(signal);
      },
    });
    const client = await admitted(port);

    for (let n = 0; n < 10_000; n += 1) client.subscribe(`operation-${n}`);

    expect(await client.closed).toBe(4429);
    expect(begun).toBe(5);
  });

  test('SUB-02 by operations that are dropped at once has no more of them at work than may be', async () => {
    let working = 0;
    let most = 0;
    const done = Promise.withResolvers<void>();
    async function* stubborn(): AsyncGenerator<string> {
      working += 1;
      most = Math.max(most, working);
      await done.promise;
      working -= 1;
      yield '{"data":null}';
    }
    const { port } = await entranceWith({ settings: { STREAMS_PER_SOCKET: 5 }, run: () => stubborn() });
    const client = await admitted(port);

    for (let n = 0; n < 100; n += 1) {
      client.subscribe();
      client.say({ id: 'a', type: 'complete' });
    }
    client.say({ type: 'ping' });
    while ((await client.next())['type'] !== 'pong') await Promise.resolve();
    done.resolve();

    expect(most).toBe(5);
  });

  test('SUB-02 by more connections than may be is turned away, until one ends', async () => {
    const { port } = await entranceWith({ settings: { STREAM_SOCKETS_MAX: 1 } });
    const client = await connected(port);

    const status = await statusAt(port, {});
    client.socket.close();
    await client.closed;

    expect(status).toBe(503);
    expect((await connected(port)).socket.protocol).toBe('graphql-transport-ws');
  });

  test('SUB-02 by too many connections of one address is turned away, and no other', async () => {
    const { port } = await entranceWith({ settings: { STREAM_SOCKETS_PER_ADDRESS: 1 } });
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    await connected(port, from('198.51.100.1'));

    const again = await statusAt(port, from('198.51.100.1'));
    const other = await connected(port, from('198.51.100.2'));

    expect(again).toBe(429);
    expect(other.socket.protocol).toBe('graphql-transport-ws');
  });

  test('SUB-02 by a client of no protocol counts while it is open, and is cut', async () => {
    const { port } = await entranceWith({ settings: { STREAM_SOCKETS_MAX: 1 } });
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`);
    const client = new Client(socket);
    socket.once('open', () => socket.pause());
    await new Promise((resolve) => socket.once('open', resolve));

    expect(await statusAt(port, {})).toBe(503);
    socket.resume();
    expect(await client.closed).toBe(4406);
  });

  test('SUB-02 by 10 000 pings answers each of them in its turn', async () => {
    const { port } = await entranceWith();
    const client = await admitted(port);

    for (let n = 0; n < 10_000; n += 1) client.say({ type: 'ping' });
    client.subscribe();

    for (let n = 0; n < 10_000; n += 1) expect(await client.next()).toEqual({ type: 'pong' });
    expect(await client.next()).toMatchObject({ id: 'a', type: 'next' });
  });
});
