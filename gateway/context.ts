import { ANONYMOUS, type Caller } from '../schema/contract/caller.js';
import type { OperationRequest, RequestOrigin } from '../schema/contract/serve.js';
import type { Limits } from './limits.js';

/** Who asks, under which request id, and what the answer may cost. */
export interface GatewayContext extends RequestOrigin {
  readonly caller: Caller;
  /** Estimated cost of the operation; nothing while it does not parse. Unit: objects. */
  readonly cost?: number;
}

/**
 * What one request's work may use.
 *
 * @throws HubError QUERY_TOO_COMPLEX before any work is done.
 */
export function contextFor(origin: RequestOrigin, asked: OperationRequest, limits: Limits): GatewayContext {
  return { ...origin, caller: ANONYMOUS, cost: limits.admit(asked) };
}
