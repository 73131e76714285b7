import { ANONYMOUS, type Caller } from '../schema/contract/caller.js';
import { HubError } from '../schema/contract/errors.js';
import type { OperationRequest, RequestOrigin } from '../schema/contract/serve.js';
import type { Authenticator } from './engine/authenticate/authenticator.js';
import type { Limits } from './limits.js';
import type { Rates } from './rates/rates.js';
import type { LookAt, Onlookers } from './telemetry/telemetry.js';
import type { ClientNamed } from './usage/client.js';

/** Who asks, under which request id, and what the answer may cost. */
export interface GatewayContext extends Pick<RequestOrigin, 'requestId' | 'signal' | 'address'> {
  readonly caller: Caller;
  /** Estimated cost of the operation; nothing while it does not parse. Unit: objects. */
  readonly cost?: number;
  /** Those who look on while it is answered; nothing where nobody does. */
  readonly onlookers?: Onlookers;
  /** The program that asks, as far as anybody says so. */
  readonly client?: ClientNamed;
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
  admission: Admission,
): GatewayContext | Promise<GatewayContext> {
  const contextOf = (caller: Caller) => watched(origin, caller, { asked, admission });
  const caller = callerOf(origin, admission);
  return caller instanceof Promise ? caller.then(contextOf) : contextOf(caller);
}

/**
 * Who asks, by the token that came. Whoever comes with a bad one is counted as the anonymous caller of its address.
 *
 * @throws HubError UNAUTHENTICATED, AUTHENTICATION_UNAVAILABLE or RATE_LIMITED; as an exception or as a rejection.
 */
export function callerOf(
  { authorization, address }: Pick<RequestOrigin, 'authorization' | 'address'>,
  { authenticator, rates }: Pick<Admission, 'authenticator' | 'rates'>,
): Soon<Caller> {
  return orElse<Caller>(
    () => authenticator.authenticate(authorization),
    (error) => {
      if (!rates || !isBadToken(error)) throw error;
      return rates.counted({ caller: ANONYMOUS, address: address?.() }, () => {
        throw error;
      });
    },
  );
}

interface Knocking {
  readonly asked: OperationRequest;
  readonly admission: Admission;
}

/** Whoever looks on sees the end of what is refused here; of all else when it is answered. */
function watched(
  origin: RequestOrigin,
  caller: Caller,
  { asked, admission: { limits, rates, lookAt } }: Knocking,
): Soon<GatewayContext> {
  const { requestId, signal, address } = origin;
  const onlookers = lookAt?.(origin, caller);
  const admit = (): GatewayContext => {
    const parsed = onlookers?.watch.begin('parse');
    try {
      const cost = limits.admit(asked);
      return { requestId, signal, address, caller, cost, onlookers, client: asked.client ?? origin.client };
    } finally {
      parsed?.();
    }
  };
  const admitted = () => (rates ? rates.counted({ caller, address: address?.() }, admit) : admit());
  return orElse(admitted, (error) => {
    onlookers?.watch.end(false);
    throw error;
  });
}

function isBadToken(error: unknown): boolean {
  return error instanceof HubError && error.code === 'UNAUTHENTICATED';
}

type Soon<Result> = Result | Promise<Result>;

/** What work comes to, at once where it can be, or what is made of its failure. */
function orElse<Result>(work: () => Soon<Result>, fallback: (error: unknown) => Soon<Result>): Soon<Result> {
  try {
    const result = work();
    return result instanceof Promise ? result.catch(fallback) : result;
  } catch (error) {
    return fallback(error);
  }
}
