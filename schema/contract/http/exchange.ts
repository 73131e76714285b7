import type { Logger } from '../log.js';
import { REQUEST_ID_HEADER } from '../subgraph.js';
import type { Authorization } from '../token/bearer.js';
import type { HttpAnswer } from './answer.js';
import { dispatch, type Site } from './dispatch.js';
import { requestIdFor, withinRequest } from './request-id.js';
import type { HttpSettings } from './settings.js';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long the rest of a refused body is thrown away before the connection is cut. Unit: milliseconds. */
const LINGER_MS = 1_000;
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
  /** The requests being answered; each can be told to give up. */
  readonly running: Set<AbortController>;
  /** Whether the server takes no new work. */
  isStopping(): boolean;
}

/** Takes one request from its first byte to the last one of its answer. */
export async function exchange(desk: Desk, { request, response }: Incoming): Promise<void> {
  const started = performance.now();
  const requestId = requestIdFor(request.headers[REQUEST_ID_HEADER], desk.settings.HTTP_TRUST_REQUEST_ID);
  const control = new AbortController();
  const release = holdUntilClosed(desk, response, control);
  const address = addressOf(request.url ?? '/');
  const origin = { requestId, signal: control.signal, authorization: authorizationOf(request) };
  const asked = { request, ...address, origin };
  const answer = await withinRequest(requestId, () => dispatch(desk.site, asked));
  release();
  const status = response.destroyed ? CLIENT_LEFT : answer.status;
  write(
    { request, response },
    { ...answer, headers: { ...answer.headers, [REQUEST_ID_HEADER]: requestId } },
    desk,
  );
  cutWhenSlow(response, desk.settings.HTTP_ANSWER_TIMEOUT_MS);
  logged(desk.log, {
    requestId,
    method: request.method,
    path: address.path,
    started,
    status,
    operation: answer.operation,
  });
}

/** Node keeps the first of several headers and is silent on the others; a request that has them must not pass for one with one. */
function authorizationOf({ headers, headersDistinct }: IncomingMessage): Authorization | undefined {
  return headers.authorization === undefined ? undefined : headersDistinct.authorization;
}

/** Gives the request up when the client leaves or the time is over; returns what ends the watch on the time. */
function holdUntilClosed(desk: Desk, response: ServerResponse, control: AbortController): () => void {
  const { running, settings } = desk;
  running.add(control);
  const timer = setTimeout(() => control.abort(), settings.HTTP_ANSWER_TIMEOUT_MS);
  response.once('close', () => {
    clearTimeout(timer);
    running.delete(control);
    if (!response.writableEnded) control.abort();
  });
  return () => clearTimeout(timer);
}

/** A client that does not read its answer would hold it in memory as long as it likes. */
function cutWhenSlow(response: ServerResponse, milliseconds: number): void {
  if (response.closed || response.writableFinished) return;
  const timer = setTimeout(() => response.destroy(), milliseconds);
  response.once('close', () => clearTimeout(timer));
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
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const length = status === 304 ? {} : { 'content-length': String(bytes.length) };
  const last = closes || desk.isStopping() ? { connection: 'close' } : {};
  response.writeHead(status, { ...headers, ...length, ...last });
  const sent = request.method === 'HEAD' ? undefined : bytes;
  if (closes) {
    if (sent) response.write(sent);
    endAfterTheRest({ request, response });
  } else response.end(sent);
}

/** A client that is still sending would miss the answer if the connection were cut at once. */
function endAfterTheRest({ request, response }: Incoming): void {
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  request.once('end', end).once('close', end).resume();
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
