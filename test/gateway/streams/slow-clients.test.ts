import { describe, expect, jest, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { WebSocket } from 'ws';
import { Session } from '../../../gateway/streams/sockets/session.js';
import { aDesk, admitted, Client, entranceWith } from './an-entrance.js';

describe('a client by WebSocket that is slow', () => {
  test('and pauses gets every answer', async () => {
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

  test('and does not read loses its connection, and no more answers were made than it could take', async () => {
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

  test('and answers no ping is cut', async () => {
    const { port } = await entranceWith({ settings: { STREAM_HEARTBEAT_MS: 50 } });
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
      autoPong: false,
    });

    expect(await new Client(socket).closed).toBe(1006);
  });

  test('and is not read for a while is not taken for gone as soon as it is read again', () => {
    const socket = Object.assign(new EventEmitter(), {
      isPaused: true,
      ping: jest.fn(),
      terminate: jest.fn(),
    });
    const session = new Session(socket as unknown as WebSocket, {}, aDesk());

    session.beat();
    session.beat();
    socket.isPaused = false;
    session.beat();
    expect(socket.terminate).not.toHaveBeenCalled();
    session.beat();
    socket.emit('close');

    expect(socket.terminate).toHaveBeenCalledTimes(1);
  });
});
