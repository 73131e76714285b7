import type { Answered } from './exchange.js';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request whose answer is written. */
export interface Writing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** Whether the client is told to connect anew. */
  readonly isLast: boolean;
}

/** Writes an answer from its first byte to the last. */
export async function writeAnswer(answered: Answered, writing: Writing): Promise<void> {
  const { request, response, requestId } = writing;
  // A body that was not read would be taken for the next request.
  const isLast = writing.isLast || !request.complete;
  const common = {
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  const headers = { ...common, ...answered.headers, ...(isLast && { connection: 'close' }) };
  if (answered.lines) {
    response.writeHead(answered.status, headers);
    await writeLines(response, answered.lines);
    return;
  }
  const [type, body] = contentOf(answered);
  const typed = type === undefined ? {} : { 'content-type': type };
  response.writeHead(answered.status, { ...headers, ...typed });
  response.end(body);
  if (!request.complete) leaveRest(request);
}

function contentOf({ body, text }: Answered): readonly [string | undefined, string] {
  if (text !== undefined) return ['text/plain; charset=utf-8', text];
  return body === undefined
    ? [undefined, '']
    : ['application/json; charset=utf-8', `${JSON.stringify(body)}\n`];
}

async function writeLines(response: ServerResponse, lines: AsyncIterable<unknown>): Promise<void> {
  for await (const line of lines) {
    if (response.destroyed) return;
    response.write(`${JSON.stringify(line)}\n`);
  }
  response.end();
}

/** How long the rest of a refused body is thrown away before the connection is cut. Unit: milliseconds. */
const LINGER_MS = 1_000;

/** A client that is still sending would miss the answer if the connection were cut at once. */
function leaveRest(request: IncomingMessage): void {
  const timer = setTimeout(() => request.destroy(), LINGER_MS);
  request.once('close', () => clearTimeout(timer));
  request.resume();
}
