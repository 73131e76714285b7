import type { OperationRequest } from '../../schema/contract/serve.js';
import type { EngineRequest } from '../engine/engine.js';
import { Subscription } from '../engine/subscriptions.js';
import type { StreamWish, Successor } from './open-streams.js';
import type { Stream } from './texts.js';

/** Makes what has another edition answer a subscription; nothing for what is no subscription: that ends by itself. */
export function goingOn(
  stream: Stream,
  asked: OperationRequest,
  request: EngineRequest,
): StreamWish<unknown>['goOn'] {
  if (!(stream instanceof Subscription)) return undefined;
  return async (next) => stream.goOn(await subscribedWith(next, asked, request));
}

/** @throws Error when the operation is no valid one there any more; HubError when it is refused. */
async function subscribedWith(
  { engine, limits }: Successor,
  asked: OperationRequest,
  request: EngineRequest,
): Promise<Subscription> {
  const { query = '', operationName } = asked;
  const operation = engine.documents.get(query)?.operation(operationName);
  if (!operation) throw new Error('The operation does not fit the new schema.');
  limits.admit(asked);
  const subscribed = await engine.subscriptions.subscribe({ ...request, operation });
  if (subscribed instanceof Subscription) return subscribed;
  throw new Error('The operation is refused, or needs no subgraph any more.');
}
