import { HubError } from '../../schema/contract/errors.js';
import { text, type Text } from '../../schema/contract/text.js';
import { keyOf, type Asker } from './asker.js';
import type { RateSettings } from './settings.js';
import { memoryStore, type RateStore } from './store.js';

/** Counts what callers ask. */
export interface Rates {
  /**
   * Lets an operation in, and counts it with its cost; one that is refused for its size counts as one, too.
   *
   * @param admit what lets it in otherwise, and tells its cost. Unit: objects.
   * @throws HubError RATE_LIMITED, or whatever `admit` throws.
   */
  counted<Admitted extends { readonly cost?: number }>(
    asker: Asker,
    admit: () => Admitted,
  ): Promise<Admitted>;
}

/** One of the two things of which a caller has so much within a minute. */
type Measure = 'operations' | 'cost';

const WORDS: Readonly<Record<Measure, Text>> = {
  operations: text('số thao tác', 'operations'),
  cost: text('tổng chi phí ước tính', 'estimated cost'),
};

/** Makes a store for so many points of each caller within a minute. */
export type StoreFor = (points: number, measure: Measure) => RateStore;

/** Makes what counts; nothing where no rate is limited. */
export function ratesFor(
  settings: RateSettings,
  storeFor: StoreFor = (points) => memoryStore(points),
): Rates | undefined {
  const { RATE_LIMIT_PER_MINUTE: operations, RATE_LIMIT_COST_PER_MINUTE: cost } = settings;
  if (operations === 0 && cost === 0) return undefined;
  const counters = {
    operations: operations > 0 ? counter('operations', operations, storeFor) : null,
    cost: cost > 0 ? counter('cost', cost, storeFor) : null,
  };
  return {
    async counted(asker, admit) {
      const key = keyOf(asker);
      await counters.operations?.(key, 1);
      const admitted = admit();
      if (admitted.cost) await counters.cost?.(key, admitted.cost);
      return admitted;
    },
  };
}

type Counter = (key: string, points: number) => Promise<void>;

function counter(measure: Measure, allowed: number, storeFor: StoreFor): Counter {
  const store = storeFor(allowed, measure);
  return async (key, points) => {
    const { isWithin, wait } = await store.take(key, points);
    if (!isWithin) throw limited(measure, { allowed, wait });
  };
}

interface Excess {
  readonly allowed: number;
  /** Unit: milliseconds. */
  readonly wait: number;
}

function limited(measure: Measure, { allowed, wait }: Excess): HubError {
  const retryAfter = Math.max(1, Math.ceil(wait / 1_000));
  const { vi, en } = WORDS[measure];
  return new HubError(
    'RATE_LIMITED',
    text(
      `Đã dùng hết hạn mức trong một phút: ${vi} tối đa ${allowed}. Hãy thử lại sau ${retryAfter} giây.`,
      `All that is allowed within a minute is used up: ${en} at most ${allowed}. Try again in ${retryAfter} seconds.`,
    ),
    { limit: measure, allowed, retryAfter },
  );
}
