import type { Caller } from '../schema/contract/caller.js';
import type { OperationRequest, RequestOrigin } from '../schema/contract/serve.js';
import type { Authenticator } from './engine/authenticate/authenticator.js';
import type { Limits } from './limits.js';
import type { Rates } from './rates/rates.js';
import type { LookAt, Onlookers } from './telemetry/telemetry.js';

/** Who asks, under which request id, and what the answer may cost. */
export interface GatewayContext extends Pick<RequestOrigin, 'requestId' | 'signal'> {
  readonly caller: Caller;
  /** Estimated cost of the operation; nothing while it does not parse. Unit: objects. */
  readonly cost?: number;
  /** Those who look on while it is answered; nothing where nobody does. */
  readonly onlookers?: Onlookers;
}

/** What lets a request in. */
export interface Admission {
  readonly authenticator: Authenticator;
  readonly limits: Limits;
  /** Nothing where no rate is limited. */
  readonly rates?: Rates;
  /** Finds who looks on; nothing where nobody ever does. */
  readonly lookAt?: LookAt;
}

/**
 * What one request's work may use: at once for an anonymous caller and for a token that was seen before.
 *
 * @throws HubError UNAUTHENTICATED, AUTHENTICATION_UNAVAILABLE, RATE_LIMITED or QUERY_TOO_COMPLEX before any work is done; as an
 * exception or as a rejection.
 */
export function contextFor(
  origin: RequestOrigin,
  asked: OperationRequest,
  { authenticator, limits, rates, lookAt }: Admission,
): GatewayContext | Promise<GatewayContext> {
  const { requestId, signal, authorization, address } = origin;
  const admit = (caller: Caller): GatewayContext => {
    const onlookers = lookAt?.(origin, caller);
    const parsed = onlookers?.watch.begin('parse');
    const cost = limits.admit(asked);
    parsed?.();
    return { requestId, signal, caller, cost, onlookers };
  };
  const contextOf = (caller: Caller) =>
    rates ? rates.counted({ caller, address }, () => admit(caller)) : admit(caller);
  const caller = authenticator.authenticate(authorization);
  return caller instanceof Promise ? caller.then(contextOf) : contextOf(caller);
}
