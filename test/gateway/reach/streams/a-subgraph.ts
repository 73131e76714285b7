import { afterEach } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Breaker } from '../../../../gateway/reach/breaker.js';
import { Circuits } from '../../../../gateway/reach/circuits.js';
import { Leaving } from '../../../../gateway/reach/leaving.js';
import { REACH_DEFAULTS, type ReachSettings } from '../../../../gateway/reach/settings.js';
import { tlsRules } from '../../../../gateway/reach/tls.js';
import { streamsOverNetwork } from '../../../../gateway/reach/streams/over-network.js';
import type { Streams } from '../../../../gateway/reach/streams/streams.js';
import type { SubgraphAnswer, SubgraphFetch } from '../../../../gateway/reach/reach.js';
import { CALLER_TOKEN_DEFAULTS, callerTokens } from '../../../../schema/contract/caller-token.js';
import { ANONYMOUS } from '../../../../schema/contract/caller.js';
import { Conversation, type Said } from '../../../support/conversation.js';

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

/** The subgraph's side of a conversation. */
export class Talk extends Conversation {
  constructor(
    socket: WebSocket,
    readonly request: IncomingMessage,
  ) {
    super(socket);
  }

  /** Takes the greeting and the subscription. */
  async begun(): Promise<Said> {
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
export function streamsTo(
  url: string,
  changes: Partial<ReachSettings> = {},
  breaker: Breaker = circuitOf(changes),
): Streams {
  const streams = streamsOverNetwork(
    { name: 'police', url },
    {
      log: SILENT,
      tls: tlsRules(REACH_DEFAULTS),
      tokens: callerTokens(CALLER_TOKEN_DEFAULTS),
      settings: { ...REACH_DEFAULTS, ...changes },
      breaker,
    },
  );
  afterwards(() => streams.close());
  return streams;
}

/** The circuit of a subgraph of which nothing is known yet. */
export function circuitOf(changes: Partial<ReachSettings> = {}): Breaker {
  const settings = { ...REACH_DEFAULTS, ...changes };
  return new Circuits({ settings, log: SILENT }).of({ name: 'police', url: '' }).breaker;
}

/** A subscription of nobody in particular. */
export function subscription(signal: AbortSignal = new AbortController().signal): SubgraphFetch {
  return {
    query: 'subscription { tick }',
    variables: {},
    operation: { requestId: 'request-1', caller: ANONYMOUS, subgraphs: ['police'] },
    leaving: new Leaving(signal),
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
