import { afterEach } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import type { SocketDesk } from '../../../gateway/streams/sockets/desk.js';
import { Entrance, type EntranceOptions } from '../../../gateway/streams/sockets/entrance.js';
import { lifetimes } from '../../../gateway/streams/lifetime.js';
import { STREAM_DEFAULTS, type StreamSettings } from '../../../gateway/streams/settings.js';
import { ANONYMOUS, callerWith } from '../../../schema/contract/caller.js';
import { tokenRefused } from '../../../schema/contract/token/refusals.js';
import { Conversation, type Said } from '../../support/conversation.js';

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Where an entrance may differ from the usual. */
export interface EntranceChanges extends Partial<Omit<EntranceOptions, 'settings'>> {
  readonly settings?: Partial<StreamSettings>;
}

/** Instant at which the token of "Bearer short" expires. Unit: milliseconds. */
export const EXPIRY = 1_000_000_000;

/** What connections share: "Bearer good" is a caller, "Bearer short" one for 50 ms, all others are refused. */
export function aDesk(settings: Partial<StreamSettings> = {}): SocketDesk {
  return {
    settings: { ...STREAM_DEFAULTS, ...settings },
    log: pino({ level: 'silent' }),
    lifetimeOf: lifetimes(0, () => EXPIRY - 50),
    authenticate({ authorization }) {
      if (authorization === undefined) return ANONYMOUS;
      if (authorization === 'Bearer good') return callerWith({ sub: 'An' });
      if (authorization === 'Bearer short') return callerWith({ exp: EXPIRY / 1_000 });
      throw tokenRefused('MALFORMED');
    },
    run: () => twoTicks(),
  };
}

/** An entrance on a port of its own. */
export async function entranceWith({ settings, ...changes }: EntranceChanges = {}) {
  const entrance = new Entrance({
    ...aDesk(settings),
    maxMessageBytes: 10_000,
    answering: new Set(),
    origins: new Set(['https://hub.example']),
    addressOf: ({ forwarded, peer }) => forwarded ?? String(peer),
    ...changes,
  });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => entrance.open({ request, socket, head }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    entrance.shut();
    entrance.close();
    server.closeAllConnections();
    server.close();
  });
  return { entrance, port: (server.address() as AddressInfo).port };
}

/** Two answers. */
export async function* twoTicks(): AsyncGenerator<string> {
  yield '{"data":{"tick":1}}\n';
  yield '{"data":{"tick":2}}\n';
}

/** Answers that never come, and are told when nobody waits for them any more. */
export function silence(signal: AbortSignal): AsyncIterable<string> {
  const next = (): Promise<IteratorResult<string>> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ done: true, value: undefined }));
    });
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

/** How a client connects. */
export interface ClientOptions {
  readonly path?: string;
  readonly protocol?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client of the entrance that says what the test says. */
export class Client extends Conversation {
  subscribe(id = 'a'): void {
    this.say({ id, type: 'subscribe', payload: { query: 'subscription { tick }' } });
  }

  /** Subscribes, and gets what is said last. */
  async ask(id: string): Promise<Said> {
    this.subscribe(id);
    for (;;) {
      const said = await this.next();
      if (said['type'] !== 'next') return said;
    }
  }
}

/** A client that is connected. */
export async function connected(port: number, options: ClientOptions = {}): Promise<Client> {
  const { path = '/graphql', protocol = 'graphql-transport-ws', headers = {} } = options;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocol, { headers: { ...headers } });
  const client = new Client(socket);
  closing.push(() => socket.terminate());
  await once(socket, 'open');
  return client;
}

/** A client that was let in. */
export async function admitted(port: number, payload?: object): Promise<Client> {
  const client = await connected(port);
  client.say({ type: 'connection_init', payload });
  await client.next();
  return client;
}

/** The status with which a client is turned away. */
export async function statusAt(port: number, { path = '/graphql', headers = {} }: ClientOptions) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, 'graphql-transport-ws', {
    headers: { ...headers },
  });
  socket.on('error', () => undefined);
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
  socket.terminate();
  return response.statusCode;
}
