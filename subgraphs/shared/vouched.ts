import type { CallerCheck } from '../../schema/contract/caller-check.js';
import type { Caller } from '../../schema/contract/caller.js';
import type { RequestOrigin } from '../../schema/contract/serve.js';
import type { LocalSubgraph } from '../../schema/contract/subgraph.js';

/** Makes the context of a fetch that came over HTTP. */
export type VouchedContext = (origin: RequestOrigin) => object | Promise<object>;

/**
 * Lets into a subgraph that runs apart only what the gateway vouches for.
 *
 * The returned function refuses everything else as {@link CallerCheck.callerOf} does.
 */
export function vouchedContext(
  subgraph: Pick<LocalSubgraph, 'contextFor'>,
  check: CallerCheck,
): VouchedContext {
  return ({ requestId, signal, authorization }) => {
    const contextOf = (caller: Caller): object => subgraph.contextFor({ requestId, signal, caller });
    const vouched = check.callerOf(authorization);
    return vouched instanceof Promise ? vouched.then(contextOf) : contextOf(vouched);
  };
}
