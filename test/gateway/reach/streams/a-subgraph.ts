import { afterEach } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { REACH_DEFAULTS } from '../../../../gateway/reach/settings.js';
import { tlsRules } from '../../../../gateway/reach/tls.js';
import type { StreamReachSettings } from '../../../../gateway/reach/streams/settings.js';
import { streamsOverNetwork } from '../../../../gateway/reach/streams/over-network.js';
import type { Streams } from '../../../../gateway/reach/streams/streams.js';
import type { SubgraphAnswer, SubgraphFetch } from '../../../../gateway/reach/reach.js';
import { CALLER_TOKEN_DEFAULTS, callerTokens } from '../../../../schema/contract/caller-token.js';
import { ANONYMOUS } from '../../../../schema/contract/caller.js';

export const SILENT = pino({ level: 'silent' });

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Has something done after the test. */
export function afterwards(close: () => Promise<unknown> | void): void {
  closing.push(close);
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterwards(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** One side of a conversation, with what was said to it in the order in which it came. */
export class Talk {
  private readonly said: Record<string, unknown>[] = [];
  private readonly waiting: ((message: Record<string, unknown>) => void)[] = [];
  readonly closed: Promise<number>;

  constructor(
    readonly socket: WebSocket,
    readonly request: IncomingMessage,
  ) {
    this.closed = new Promise((resolve) => socket.once('close', (code) => resolve(code)));
    socket.on('message', (bytes: Buffer) => {
      const message = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
      const taker = this.waiting.shift();
      if (taker) taker(message);
      else this.said.push(message);
    });
  }

  next(): Promise<Record<string, unknown>> {
    const first = this.said.shift();
    return first ? Promise.resolve(first) : new Promise((resolve) => this.waiting.push(resolve));
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Takes the greeting and the subscription. */
  async begun(): Promise<Record<string, unknown>> {
    await this.next();
    this.say({ type: 'connection_ack' });
    return this.next();
  }
}

/** A subgraph that speaks WebSocket, as the test says. */
export async function socketSubgraph(onTalk: (talk: Talk) => Promise<void> | void): Promise<string> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, autoPong: false });
  sockets.on('connection', (socket, request) => void onTalk(new Talk(socket, request)));
  const port = await listening(server);
  return `http://127.0.0.1:${port}/graphql`;
}

/** A subgraph that answers requests, as the test says. */
export async function eventSubgraph(
  onRequest: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void,
): Promise<string> {
  const answer = (request: IncomingMessage, response: ServerResponse): void =>
    void onRequest(request, response);
  const port = await listening(createServer(answer));
  return `http://127.0.0.1:${port}/graphql`;
}

/** What subscribes to a subgraph. */
export function streamsTo(url: string, settings: Partial<StreamReachSettings> = {}): Streams {
  const streams = streamsOverNetwork(
    { name: 'police', url },
    {
      log: SILENT,
      tls: tlsRules(REACH_DEFAULTS),
      tokens: callerTokens(CALLER_TOKEN_DEFAULTS),
      settings: { ...REACH_DEFAULTS, ...settings },
    },
  );
  afterwards(() => streams.close());
  return streams;
}

/** A subscription of nobody in particular. */
export function subscription(signal: AbortSignal = new AbortController().signal): SubgraphFetch {
  return {
    query: 'subscription { tick }',
    variables: {},
    operation: { requestId: 'request-1', caller: ANONYMOUS, subgraphs: ['police'] },
    signal,
  };
}

/** Begins to take the answers of a subscription. */
export function taking(streams: Streams, fetch = subscription()): AsyncIterator<SubgraphAnswer, undefined> {
  return streams.subscribe(fetch)[Symbol.asyncIterator]() as AsyncIterator<SubgraphAnswer, undefined>;
}

/** A promise, and what settles it. */
export function open<Value>() {
  return Promise.withResolvers<Value>();
}

/** All items, when there are no more. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
