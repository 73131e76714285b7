import { timeLimit } from '../../schema/contract/time-limit.js';
import { memoryStore, type RateStore, type Taken } from './store.js';

/** How much of a limit is left while the store that is shared with other gateways is away. */
const SHARE_ALONE = 0.5;

/** What a shared store is watched with. */
export interface Watch {
  /** The limit that the shared store holds to. Unit: points. */
  readonly points: number;
  /** Time for the shared store. Unit: milliseconds. */
  readonly timeoutMs: number;
}

/** A shared store; while it fails, this process goes on alone, with half the limit. */
export function stricterAlone(shared: RateStore, { points, timeoutMs }: Watch): RateStore {
  const alone = memoryStore(Math.max(1, Math.floor(points * SHARE_ALONE)));
  return {
    async take(key, taken): Promise<Taken> {
      const answer = shared.take(key, taken).catch(() => null);
      return (await timeLimit(answer, timeoutMs, null)) ?? alone.take(key, taken);
    },
  };
}
