import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { listening } from './listening.js';

/** A server that answers as a test wants, until the test ends. */
export interface FaultyServer {
  readonly url: string;
  /** The requests so far. */
  readonly requests: readonly IncomingMessage[];
  /** Settles when a request's connection is closed before its answer was written. */
  readonly abandoned: Promise<void>;
}

/** Starts a server that gives every request to `answer`. */
export async function faultyServer(answer: RequestListener): Promise<FaultyServer> {
  const requests: IncomingMessage[] = [];
  const { promise: abandoned, resolve: abandon } = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    requests.push(request);
    response.once('close', () => response.writableEnded || abandon());
    answer(request, response);
  });
  const port = await listening(server, () => server.closeAllConnections());
  return { url: `http://127.0.0.1:${port}`, requests, abandoned };
}

/** Answers with a status and a text. */
export function answering(status: number, body: string, headers: Readonly<Record<string, string>> = {}) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
}
