import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Somebody between a command line and a registry, who hands on what is asked, and answers some of it. */
export interface InBetween {
  readonly url: string;
  /** What is answered at once, by the path without its query. */
  readonly lies: Map<string, unknown>;
  close(): Promise<void>;
}

/** Stands between a command line and the registry at an address. */
export async function inBetween(registry: string): Promise<InBetween> {
  const lies = new Map<string, unknown>();
  const server = createServer((asked, answer) => {
    const lie = lies.get(asked.url?.split('?')[0] ?? '');
    if (lie === undefined) return void handOn(registry, asked, answer);
    return void answer.setHeader('content-type', 'application/json').end(JSON.stringify(lie));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, lies, close: () => closed(server) };
}

async function handOn(registry: string, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const body = asked.method === 'GET' ? undefined : await text(asked);
  const { authorization = '' } = asked.headers;
  const headers = { authorization, ...(body && { 'content-type': 'application/json' }) };
  const theirs = await fetch(`${registry}${asked.url}`, { method: asked.method, headers, body });
  answer.writeHead(theirs.status, { 'content-type': theirs.headers.get('content-type') ?? '' });
  answer.end(await theirs.text());
}

async function closed(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
