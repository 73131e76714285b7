import type { Caller } from '../schema/contract/caller.js';
import type { OperationRequest, RequestOrigin } from '../schema/contract/serve.js';
import type { Authenticator } from './engine/authenticate/authenticator.js';
import type { Limits } from './limits.js';

/** Who asks, under which request id, and what the answer may cost. */
export interface GatewayContext extends Pick<RequestOrigin, 'requestId' | 'signal'> {
  readonly caller: Caller;
  /** Estimated cost of the operation; nothing while it does not parse. Unit: objects. */
  readonly cost?: number;
}

/** What lets a request in. */
export interface Admission {
  readonly authenticator: Authenticator;
  readonly limits: Limits;
}

/**
 * What one request's work may use: at once for an anonymous caller and for a token that was seen before.
 *
 * @throws HubError UNAUTHENTICATED, AUTHENTICATION_UNAVAILABLE or QUERY_TOO_COMPLEX before any work is done; as an
 * exception or as a rejection.
 */
export function contextFor(
  { requestId, signal, authorization }: RequestOrigin,
  asked: OperationRequest,
  { authenticator, limits }: Admission,
): GatewayContext | Promise<GatewayContext> {
  const contextOf = (caller: Caller): GatewayContext => ({
    requestId,
    signal,
    caller,
    cost: limits.admit(asked),
  });
  const caller = authenticator.authenticate(authorization);
  return caller instanceof Promise ? caller.then(contextOf) : contextOf(caller);
}
