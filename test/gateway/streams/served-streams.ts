import { useServer } from 'graphql-ws/use/ws';
import { parse, subscribe, type ExecutionResult } from 'graphql';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { StreamPlace } from '../../../gateway/reach/streams/settings.js';
import type { LocalSubgraph } from '../../../schema/contract/subgraph.js';
import { untilTheEnd } from '../../support/tiny-hub.js';

/** A subgraph's subscriptions on a port of their own. */
export interface ServedStreams extends StreamPlace {
  readonly url: string;
  /** What each subscriber said of itself. */
  readonly authorizations: unknown[];
  /** Ends the process of the subgraph, as it were. */
  die(): void;
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  untilTheEnd({
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return (server.address() as AddressInfo).port;
}

/** As the usual library serves them by WebSocket. */
export async function servedBySocket({ schema }: LocalSubgraph): Promise<ServedStreams> {
  const authorizations: unknown[] = [];
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const onConnect = ({ connectionParams }: { connectionParams?: Readonly<Record<string, unknown>> }) => {
    authorizations.push(connectionParams?.['authorization']);
    return true;
  };
  const { dispose } = useServer({ schema, onConnect, context: {} }, sockets);
  const port = await listening(server);
  untilTheEnd({ stop: async () => dispose() });
  return {
    protocol: 'graphql-transport-ws',
    url: `ws://127.0.0.1:${port}/`,
    authorizations,
    die: () => sockets.clients.forEach((client) => client.terminate()),
  };
}

/** By server-sent events, one request for one subscription. */
export async function servedByEvents({ schema }: LocalSubgraph): Promise<ServedStreams> {
  const authorizations: unknown[] = [];
  const open = new Set<ServerResponse>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    authorizations.push(request.headers.authorization);
    open.add(response);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    const events = (await subscribe({
      schema,
      document: parse(query),
      variableValues: variables,
      contextValue: {},
    })) as AsyncGenerator<ExecutionResult>;
    response.once('close', () => void events.return(undefined));
    for await (const event of events) response.write(`event: next\ndata: ${JSON.stringify(event)}\n\n`);
    response.end('event: complete\ndata:\n\n');
  };
  const port = await listening(createServer((request, response) => void answer(request, response)));
  return {
    protocol: 'sse',
    url: `http://127.0.0.1:${port}/`,
    authorizations,
    die: () => open.forEach((response) => response.destroy()),
  };
}
