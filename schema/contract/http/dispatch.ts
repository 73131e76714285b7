import { failureAnswer, refusalAnswer, type HttpAnswer, type Refusal } from './answer.js';
import type { Readiness, RequestOrigin, Route } from './app.js';
import { liveAnswer, readyAnswer } from './health.js';
import { REFUSED } from './refusals.js';
import type { IncomingMessage } from 'node:http';

/** An answer, and the operation it belongs to when the client named one. */
export type NamedAnswer = HttpAnswer & { readonly operation?: string };

/** One request on its way to an answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  /** Path of the URL without its query string. */
  readonly path: string;
  /** Query string of the URL with its question mark, or empty. */
  readonly search: string;
  readonly origin: RequestOrigin;
}

/** Everything that one server answers. */
export interface Site {
  graphql(exchange: Exchange): Promise<NamedAnswer>;
  isReady(): Promise<boolean | Readiness>;
  readonly routes: readonly Route[];
  /** Time for the readiness check. Unit: milliseconds. */
  readonly readyTimeout: number;
  /** Told when the process itself fails. */
  onFailure(error: unknown, requestId: string): void;
}

/** Finds the answer to a request; it never throws. */
export async function dispatch(site: Site, exchange: Exchange): Promise<NamedAnswer> {
  const { requestId } = exchange.origin;
  try {
    return await answerTo(site, exchange);
  } catch (error) {
    const clientLeft = exchange.request.socket.destroyed;
    if (!clientLeft) site.onFailure(error, requestId);
    return failureAnswer(requestId);
  }
}

interface Place {
  readonly methods: readonly string[];
  /** The answer to any other method. */
  readonly refusal: Refusal;
  answer(site: Site, exchange: Exchange): NamedAnswer | Promise<NamedAnswer>;
}

const page = (answer: Place['answer']): Place => ({
  methods: ['GET', 'HEAD'],
  refusal: REFUSED.readOnlyPath,
  answer,
});

const PLACES: ReadonlyMap<string, Place> = new Map([
  ['/health/live', page(liveAnswer)],
  ['/health/ready', page((site) => readyAnswer(() => site.isReady(), site.readyTimeout))],
  [
    '/graphql',
    {
      methods: ['GET', 'POST', 'OPTIONS'],
      refusal: REFUSED.graphqlMethod,
      answer: (site, exchange) => site.graphql(exchange),
    },
  ],
]);

async function answerTo(site: Site, exchange: Exchange): Promise<NamedAnswer> {
  const { request, origin } = exchange;
  const place = PLACES.get(exchange.path) ?? pageAt(site, exchange);
  if (!place) return refusalAnswer(REFUSED.unknownPath, origin.requestId);
  if (!place.methods.includes(request.method ?? '')) return refusalAnswer(place.refusal, origin.requestId);
  return place.answer(site, exchange);
}

function pageAt({ routes }: Site, { path, search, request }: Exchange): Place | null {
  for (const route of routes) {
    const answer = route({ path, search, headers: request.headers });
    if (answer) return page(() => answer);
  }
  return null;
}
