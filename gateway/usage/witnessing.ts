import type { EngineAnswer, EngineRequest } from '../engine/engine.js';
import { isFailed, type Witness } from './witness.js';

/** What answers operations, with whatever else it is told. */
export type Answer<Rest extends readonly unknown[]> = (
  request: EngineRequest,
  ...rest: Rest
) => Promise<EngineAnswer>;

/** Makes the function that has a witness told of the engine's answers; where there is none they stay as they are. */
export function witnessing(
  witness: Witness | undefined,
): <Rest extends readonly unknown[]>(answer: Answer<Rest>) => Answer<Rest> {
  if (!witness) return (answer) => answer;
  return (answer) =>
    async (request, ...rest) => {
      const began = performance.now();
      let isFailure = true;
      try {
        const answered = await answer(request, ...rest);
        isFailure = answered.errors.length > 0 && isFailed(answered.errors);
        return answered;
      } finally {
        const { operation, caller, client, signal } = request;
        // Whoever left before the answer is told of fetches that failed since they were given up.
        const isCounted = isFailure && !signal.aborted;
        witness.ran({ operation, caller, client, ms: performance.now() - began, isFailure: isCounted });
      }
    };
}
