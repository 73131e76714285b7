import { REQUEST_ID_HEADER } from '../subgraph.js';
import { JSON_HEADERS, refusalAnswer, type HttpAnswer } from './answer.js';
import { REFUSED } from './refusals.js';
import type { IncomingHttpHeaders } from 'node:http';

/** Which other sites' pages may ask. Never are cookies or other credentials of a browser let in. */
export interface Cors {
  /** As browsers write them: scheme, host and port, compared as a whole. */
  readonly origins: ReadonlySet<string>;
  /** How long a browser may keep the permission. Unit: seconds. */
  readonly maxAge: number;
}

/** The header by which browsers tell the site of a page. */
type Origin = IncomingHttpHeaders['origin'];

const ASKED_METHOD = 'access-control-request-method';

/** What a page may send and read beyond what every page may. */
const SENT = 'authorization, content-type, apollo-require-preflight, x-apollo-operation-name';
const READ = `${REQUEST_ID_HEADER}, retry-after`;

/** Answers a browser that asks whether a page of another site may ask. */
export function preflightAnswer(
  cors: Cors | undefined,
  headers: IncomingHttpHeaders,
  requestId: string,
): HttpAnswer {
  const isPreflight = headers.origin !== undefined && headers[ASKED_METHOD] !== undefined;
  if (!cors || !isPreflight) return refusalAnswer(REFUSED.graphqlMethod, requestId);
  if (!cors.origins.has(headers.origin ?? ''))
    return withCors(cors, headers.origin, refusalAnswer(REFUSED.foreignOrigin, requestId));
  const permission = {
    'cache-control': JSON_HEADERS['cache-control'],
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': SENT,
    'access-control-max-age': String(cors.maxAge),
  };
  return withCors(cors, headers.origin, { status: 200, headers: permission, body: '' });
}

/** An answer that the pages of the sites that may ask can read. */
export function withCors<Answer extends HttpAnswer>(cors: Cors, origin: Origin, answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, ...headersFor(cors, origin) } };
}

function headersFor({ origins }: Cors, origin: Origin): HttpAnswer['headers'] {
  if (origin === undefined || !origins.has(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': READ,
  };
}
