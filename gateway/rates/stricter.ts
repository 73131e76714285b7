import type { Logger } from '../../schema/contract/log.js';
import { timeLimit } from '../../schema/contract/time-limit.js';
import { memoryStore, type RateStore, type Taken } from './store.js';

/** Time for a shared store. Unit: milliseconds. */
const STORE_TIMEOUT_MS = 250;
/** How much of a limit is left while the store that is shared with other gateways is away. */
const SHARE_ALONE = 0.5;
/** Time between two lines in the log about the same trouble. Unit: milliseconds. */
const TELL_EVERY_MS = 10_000;

/** What a shared store is watched with. */
export interface Watch {
  readonly log: Logger;
  /** The limit that the shared store holds to. Unit: points. */
  readonly points: number;
}

/** A shared store; while it fails, this process goes on alone, with half the limit. */
export function stricterAlone(shared: RateStore, { log, points }: Watch): RateStore {
  const alone = memoryStore(Math.max(1, Math.floor(points * SHARE_ALONE)));
  const tell = seldom(() => log.warn('the shared count of rates is away: half of each limit is left'));
  return {
    async take(key, taken): Promise<Taken> {
      const answer = await timeLimit(
        shared.take(key, taken).catch(() => null),
        STORE_TIMEOUT_MS,
        null,
      );
      if (answer === null) tell();
      return answer ?? alone.take(key, taken);
    },
  };
}

function seldom(tell: () => void): () => void {
  let toldAt = -Infinity;
  return () => {
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    tell();
  };
}
