import { parse, subscribe, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { WebSocketServer } from 'ws';

/** What events are told with. */
export interface Telling {
  readonly schema: GraphQLSchema;
  /** Those who listen now. */
  readonly listeners: Set<object>;
}

interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Tells events by server-sent events, one request for one subscription. */
export async function tellEvents(
  { schema, listeners }: Telling,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { query, variables } = (await json(request)) as Asked;
  const events = await subscribe({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue: {},
  });
  if (!(Symbol.asyncIterator in events)) throw new Error('This is no subscription.');
  response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
  await pipeline(textsOf(events), response);
}

async function* textsOf(events: AsyncIterable<ExecutionResult>): AsyncGenerator<string> {
  for await (const event of events) yield `event: next\ndata: ${JSON.stringify(event)}\n\n`;
  yield 'event: complete\ndata:\n\n';
}

/** Tells events by WebSocket, as the usual library does. */
export function tellBySocket({ schema, listeners }: Telling, server: Server): void {
  const sockets = new WebSocketServer({ server });
  useServer(
    {
      schema,
      context: {},
      onSubscribe: ({ extra }) => void listeners.add(extra.socket),
      onDisconnect: ({ extra }) => void listeners.delete(extra.socket),
    },
    sockets,
  );
}
