import type { Logger } from '../log.js';
import { REQUEST_ID_HEADER } from '../subgraph.js';
import type { Authorization } from '../token/bearer.js';
import type { HttpAnswer } from './answer.js';
import type { RequestOrigin, SaidClient } from './app.js';
import { dispatch, type Site } from './dispatch.js';
import { requestIdFor, withinRequest } from './request-id.js';
import type { HttpSettings } from './settings.js';
import { writeStream, type StreamedBody } from './streams/write-stream.js';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long the rest of a refused body is thrown away before the connection is cut. Unit: milliseconds. */
const LINGER_MS = 1_000;
/** How much of it is taken; then the connection is left to fill up, so that it costs no memory. Unit: bytes. */
const DISCARDED_BYTES = 1_048_576;
/** Longest path and operation name in the log. Unit: characters. */
const MAX_LOGGED = 100;
/** The status in the log of a request whose client left before its answer; it is never sent. */
const CLIENT_LEFT = 499;

/** One request with its answer under way. */
export interface Incoming {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What all exchanges of one server share. */
export interface Desk {
  readonly site: Site;
  readonly settings: HttpSettings;
  readonly log: Logger;
  /** Where a line per request goes, which holds nothing to be left out. */
  readonly requestLog: Logger;
  /** The requests being answered; each can be told to give up. */
  readonly running: Set<AbortController>;
  /** Whether the server takes no new work. */
  isStopping(): boolean;
  /** Told the status of each request that is over, unless it was answered by a stream. */
  readonly onAnswered?: (status: number) => void;
}

/** Takes one request from its first byte to the last one of its answer. */
export async function exchange(desk: Desk, { request, response }: Incoming): Promise<void> {
  const started = performance.now();
  const requestId = requestIdFor(request.headers[REQUEST_ID_HEADER], desk.settings.HTTP_TRUST_REQUEST_ID);
  const control = new AbortController();
  const hold = holdUntilClosed(desk, response, control);
  const address = addressOf(request.url ?? '/');
  const origin = originOf(request, requestId, control.signal);
  const asked = { request, ...address, origin };
  const answer = await withinRequest(requestId, () => dispatch(desk.site, asked));
  const status = response.destroyed ? CLIENT_LEFT : answer.status;
  const headed = { ...answer, headers: { ...answer.headers, [REQUEST_ID_HEADER]: requestId } };
  if (answer.stream) {
    hold.release();
    await stream({ request, response }, headed, answer.stream);
  } else {
    write({ request, response }, headed, desk);
    desk.onAnswered?.(status);
    hold.cutWhenSlow();
  }
  logged(desk.requestLog, {
    requestId,
    method: request.method,
    path: address.path,
    started,
    status,
    operation: answer.operation,
  });
}

/** Asks for the plan beside the answer. */
const PLAN_HEADER = 'x-show-plan';

function originOf(request: IncomingMessage, requestId: string, signal: AbortSignal): RequestOrigin {
  const { traceparent, [PLAN_HEADER]: plan } = request.headers;
  return {
    requestId,
    signal,
    authorization: authorizationOf(request),
    traceparent: typeof traceparent === 'string' ? traceparent : undefined,
    wantsPlan: plan === 'true',
    client: clientIn(request.headers),
  };
}

/** What clients of Apollo, and those that do as they do, say of themselves. */
const CLIENT_HEADERS = {
  name: 'apollographql-client-name',
  version: 'apollographql-client-version',
} as const;

/** Longest name or version of a client that is looked at. Unit: characters. */
const MAX_CLIENT = 100;

function clientIn(headers: IncomingMessage['headers']): SaidClient | undefined {
  const name = headers[CLIENT_HEADERS.name];
  if (typeof name !== 'string' || name === '' || name.length > MAX_CLIENT) return undefined;
  const version = headers[CLIENT_HEADERS.version];
  const isVersion = typeof version === 'string' && version !== '' && version.length <= MAX_CLIENT;
  return { name, ...(isVersion && { version }), isRegistered: false };
}

/** Node keeps the first of several headers and is silent on the others; a request that has them must not pass for one with one. */
function authorizationOf({ headers, rawHeaders }: IncomingMessage): Authorization | undefined {
  if (headers.authorization === undefined) return undefined;
  return rawHeaders.filter((_, at) => at % 2 === 1 && AUTHORIZATION.test(rawHeaders[at - 1] ?? ''));
}

const AUTHORIZATION = /^authorization$/i;

/** What holds a request within its time. */
interface Hold {
  /** For an answer that is written as long as it takes. */
  release(): void;
  /** A client that does not read its answer would hold it in memory as long as it likes. */
  cutWhenSlow(): void;
}

/** Gives the request up when the client leaves or the time is over. */
function holdUntilClosed(desk: Desk, response: ServerResponse, control: AbortController): Hold {
  const { running, settings } = desk;
  running.add(control);
  let giveUp = (): void => control.abort();
  const timer = setTimeout(() => giveUp(), settings.HTTP_ANSWER_TIMEOUT_MS);
  response.once('close', () => {
    clearTimeout(timer);
    running.delete(control);
    if (!response.writableEnded) control.abort();
  });
  return {
    release: () => clearTimeout(timer),
    cutWhenSlow() {
      giveUp = () => response.destroy();
      if (!response.closed) timer.refresh();
    },
  };
}

function addressOf(url: string): { readonly path: string; readonly search: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, search: '' } : { path: url.slice(0, mark), search: url.slice(mark) };
}

function write(
  { request, response }: Incoming,
  { status, headers, body, closes }: HttpAnswer,
  desk: Desk,
): void {
  const size = Buffer.byteLength(body);
  const length = status === 304 ? {} : { 'content-length': String(size) };
  const last = closes || desk.isStopping() ? { connection: 'close' } : {};
  response.writeHead(status, { ...headers, ...length, ...last });
  const sent = request.method === 'HEAD' ? '' : body;
  // Text without any other letters than ASCII's is the same in both, and cheaper to write as latin1.
  const encoding = size === body.length ? 'latin1' : 'utf8';
  if (closes) {
    if (sent) response.write(sent, encoding);
    endAfterTheRest({ request, response });
  } else response.end(sent, encoding);
}

/** Writes one answer after the other; a process that stops does not have to wait for the connection after that. */
async function stream(
  { request, response }: Incoming,
  { status, headers }: HttpAnswer,
  body: StreamedBody,
): Promise<void> {
  response.writeHead(status, { ...headers, connection: 'close' });
  request.resume();
  await writeStream(response, body);
}

/** A client that is still sending would miss the answer if the connection were cut at once. */
function endAfterTheRest({ request, response }: Incoming): void {
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  let left = DISCARDED_BYTES;
  request.once('end', end).once('close', end);
  request.on('data', (part: Buffer) => {
    left -= part.length;
    if (left < 0) request.pause();
  });
  request.resume();
}

interface Logged {
  readonly requestId: string;
  readonly method?: string;
  readonly path: string;
  /** When the request arrived, on the clock of `performance.now`. Unit: milliseconds. */
  readonly started: number;
  readonly status: number;
  readonly operation?: string;
}

function logged(log: Logger, { started, path, operation, ...rest }: Logged): void {
  const level = path.startsWith('/health/') ? 'debug' : 'info';
  const ms = Math.round(performance.now() - started);
  const names = { path: path.slice(0, MAX_LOGGED), operation: operation?.slice(0, MAX_LOGGED) };
  log[level]({ ...rest, ...names, ms }, 'answered');
}
