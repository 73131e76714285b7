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

/**
 * The answers to an operation that came over a WebSocket: many to a subscription, one to any other.
 *
 * @throws RefusedRequest, RefusedOperation, HubError from the iterator.
 */
export async function* answersOverSocket(
  app: App,
  parameters: Parameters,
  origin: RequestOrigin,
): AsyncGenerator<string, undefined> {
  const { asked, keep } = operationFound(parameters, app.door?.documentFor);
  const contextOf = once(() => app.contextFor(origin, asked));
  const stream = await app.streamed?.(asked, contextOf, ['events']);
  if (!stream) {
    yield await onlyAnswer(app, { asked, keep, contextOf }, origin);
    return;
  }
  keep?.();
  yield* stream.answers;
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
