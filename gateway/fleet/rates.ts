import type { StoreFor } from '../rates/rates.js';
import { limiterStore, MINUTE } from '../rates/store.js';
import { stricterAlone } from '../rates/stricter.js';
import type { Link } from './link.js';
import type { Names } from './names.js';
import { RateLimiterRedis } from 'rate-limiter-flexible';

/**
 * Counts for all gateways together; while Redis is away, each goes on alone and more strictly.
 *
 * @param timeoutMs Unit: milliseconds.
 */
export function sharedRates(link: Link, names: Names, timeoutMs: number): StoreFor {
  return (points, measure) => {
    const limiter = new RateLimiterRedis({
      storeClient: link.client,
      keyPrefix: names.rates(measure),
      points,
      duration: MINUTE,
    });
    const store = limiterStore(limiter);
    const watched = { take: (key: string, taken: number) => link.run(() => store.take(key, taken)) };
    return stricterAlone(watched, { points, timeoutMs });
  };
}
