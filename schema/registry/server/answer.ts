import type { Bearer } from '../../contract/release/bearer.js';
import { HubError } from '../../contract/errors.js';
import { announcedSize, readBody } from '../../contract/http/body.js';
import type { Logger } from '../../contract/log.js';
import { text } from '../../contract/text.js';
import { notFound } from '../deciding/refusals.js';
import type { Door } from './door.js';
import { json, type Answered } from './exchange.js';
import { routeOf } from './routes.js';
import type { Desk } from './statements.js';
import type { IncomingMessage } from 'node:http';

/** What answers requests. */
export interface Site {
  readonly desk: Desk;
  readonly door: Door;
  readonly log: Logger;
  /** Largest request body. Unit: bytes. */
  readonly bodyLimit: number;
  isStopping(): boolean;
}

/** A request to be answered. */
export interface Incoming {
  readonly request: IncomingMessage;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** The answer to a request. @throws HubError when it is refused. */
export async function answerTo(site: Site, incoming: Incoming): Promise<Answered> {
  const { method = 'GET', url = '/', headers } = incoming.request;
  const { pathname, searchParams: query } = new URL(url, 'http://registry');
  const open = OPEN.get(pathname);
  if (open) return open(site);
  const bearer = site.door.knock(headers.authorization);
  const route = routeOf(method, pathname);
  if (!route) throw notFound(text(`${method} ${pathname}`, `${method} ${pathname}`));
  const written = await bodyOf(site, incoming.request);
  const sender = site.door.enter(bearer satisfies Bearer, { method, path: url, body: written });
  const { requestId, signal } = incoming;
  const accept = headers.accept ?? '';
  const body = written === '' ? undefined : jsonOf(written);
  return route.answer(site.desk, { parts: route.parts, query, body, sender, accept, signal, requestId });
}

/** What anybody may ask. */
const OPEN: ReadonlyMap<string, (site: Site) => Answered> = new Map([
  ['/health', (site) => json(healthOf(site))],
  ['/ready', (site) => json(healthOf(site), site.isStopping() ? 503 : 200)],
]);

function healthOf(site: Site): unknown {
  const { name, end } = site.desk.parts.ledger.state;
  return { name, seq: end.seq, isReady: !site.isStopping() };
}

async function bodyOf({ bodyLimit }: Site, request: IncomingMessage): Promise<string> {
  const hasBody = announcedSize(request) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (!hasBody) return '';
  return (await readBody(request, bodyLimit)).toString();
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new HubError('INVALID_INPUT', text('Nội dung yêu cầu không phải JSON.', 'The body is not JSON.'));
  }
}
