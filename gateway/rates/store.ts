import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

/** What a caller has left. */
export interface Taken {
  readonly isWithin: boolean;
  /** Until the budget is whole again. Unit: milliseconds. */
  readonly wait: number;
}

/** Counts what each caller takes within a minute; a shared one may take the place of the one in memory. */
export interface RateStore {
  /**
   * Takes points from a caller's budget, also when there are not as many left.
   *
   * @param key of the caller; holds nothing that names a person.
   * @throws Error when the store fails.
   */
  take(key: string, points: number): Promise<Taken>;
}

/** A limiter of the library, in memory or shared, as a store. */
export function limiterStore(limiter: Pick<RateLimiterAbstract, 'consume'>): RateStore {
  return { take: (key, points) => limiter.consume(key, points).then(within, beyond) };
}

function within({ msBeforeNext }: RateLimiterRes): Taken {
  return { isWithin: true, wait: msBeforeNext };
}

/** The library rejects with what is left; anything else is its failure. */
function beyond(reason: unknown): Taken {
  if (reason instanceof RateLimiterRes) return { isWithin: false, wait: reason.msBeforeNext };
  throw reason;
}

/** Callers that are counted at once; each takes about half a kilobyte. Unit: callers. */
const MAX_CALLERS = 50_000;
/** The time for which points are given. Unit: seconds. */
export const MINUTE = 60;

/**
 * Counts in the memory of this process. Of more callers than are counted at once those are forgotten who asked the
 * longest ago.
 *
 * @param points of each caller within a minute.
 * @param maxCallers Unit: callers.
 */
export function memoryStore(points: number, maxCallers = MAX_CALLERS): RateStore {
  const limiter = new RateLimiterMemory({ points, duration: MINUTE });
  const store = limiterStore(limiter);
  const counted = new LRUCache<string, true>({
    max: maxCallers,
    dispose: (_, key, reason) => reason === 'evict' && void limiter.delete(key),
  });
  return {
    take(key, taken) {
      counted.set(key, true);
      return store.take(key, taken);
    },
  };
}
