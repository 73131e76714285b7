import type { GraphQLApp, RequestOrigin } from '../../schema/contract/serve.js';
import { MEDIA_TYPES } from '../../schema/contract/http/media-type.js';
import { once } from '../../schema/contract/http/once.js';
import { answerEntered, type Entered } from '../../schema/contract/http/operation.js';
import { operationFound, type Parameters } from '../../schema/contract/http/parameters.js';
import { withinRequest } from '../../schema/contract/http/request-id.js';
import type { GatewayContext } from '../context.js';
import { RefusedOperation } from './last-words.js';
import type { GraphQLFormattedError } from 'graphql';
import type { IncomingMessage } from 'node:http';

type App = GraphQLApp<GatewayContext>;

/** What answers operations that come over WebSockets. */
export interface SocketAnswering {
  readonly app: App;
  /** Time for the answer to an operation that has only one. Unit: milliseconds. */
  readonly answerMs: number;
  /** Holds each operation until its only answer is there, or it has begun as a stream. */
  readonly answering: Set<object>;
}

/**
 * The answers to an operation that came over a WebSocket: many to a subscription, one to any other.
 *
 * @throws RefusedRequest, RefusedOperation, HubError from the iterator.
 */
export async function* answersOverSocket(
  answering: SocketAnswering,
  parameters: Parameters,
  origin: RequestOrigin,
): AsyncGenerator<string, undefined> {
  const found = await answersInTime(answering, parameters, origin);
  if (typeof found === 'string') yield found;
  else yield* found;
}

/** The only answer, or what begins to answer; both within the time for an answer. */
async function answersInTime(
  { app, answerMs, answering }: SocketAnswering,
  parameters: Parameters,
  origin: RequestOrigin,
): Promise<AsyncIterable<string> | string> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), answerMs);
  const signal = AbortSignal.any([origin.signal, late.signal]);
  answering.add(late);
  try {
    const { asked, keep } = await operationFound(parameters, app.door?.documentFor);
    const contextOf = once(() => app.contextFor({ ...origin, signal }, asked));
    const stream = await app.streamed?.(asked, contextOf, ['events']);
    if (!stream) return await onlyAnswer(app, { asked, keep, contextOf }, origin);
    keep?.();
    return stream.answers;
  } finally {
    answering.delete(late);
    clearTimeout(timer);
  }
}

/** An operation of a WebSocket is no page's of another site, and may change something, as one by POST. */
const REQUEST = { method: 'POST', headers: { 'content-type': 'application/json' } } as IncomingMessage;

async function onlyAnswer(
  app: App,
  entered: Entered<GatewayContext>,
  origin: RequestOrigin,
): Promise<string> {
  const exchange = { request: REQUEST, path: '/graphql', search: '', origin };
  const { body } = await withinRequest(origin.requestId, () =>
    answerEntered(app, { exchange, mediaType: MEDIA_TYPES[0] }, entered),
  );
  const text = body.toString();
  const { data, errors } = JSON.parse(text) as Envelope;
  if (data === undefined) throw new RefusedOperation(errors ?? []);
  return text;
}

interface Envelope {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}
