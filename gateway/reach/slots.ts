import { FetchFailure } from './fetch-failure.js';
import type { Patience } from './post.js';

/** How soon whoever was turned away may come again. Unit: milliseconds. */
const COME_AGAIN_MS = 1_000;

/** Which part of its time a fetch may wait, so that there is enough left for its answer. */
const WAITING_SHARE = 0.5;

/** How many fetches may be under way and wait. */
export interface SlotsOptions {
  /** Fetches under way at once. Unit: fetches. */
  readonly size: number;
  /** Further ones that may wait. Unit: fetches. */
  readonly maxWaiting: number;
}

/** Lets a number of fetches through at once; a number more may wait, first come first served. */
export class Slots {
  private taken = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly options: SlotsOptions) {}

  /** Takes a slot if one is free. */
  tryTake(): boolean {
    if (this.taken >= this.options.size) return false;
    this.taken += 1;
    return true;
  }

  /**
   * Takes the next slot that is free.
   *
   * @throws FetchFailure at once when too many wait, and later when the fetch is no longer wanted or half its time is over.
   */
  async wait({ wanted, deadline, now }: Patience): Promise<void> {
    if (wanted.aborted) throw new FetchFailure('left');
    if (this.waiting.size >= this.options.maxWaiting) throw overloaded();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = (reason: FetchFailure): void => {
      this.waiting.delete(resolve);
      reject(reason);
    };
    const leave = (): void => giveUp(new FetchFailure('left'));
    const timer = setTimeout(() => giveUp(overloaded()), Math.max(0, deadline - now) * WAITING_SHARE);
    wanted.addEventListener('abort', leave);
    this.waiting.add(resolve);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      wanted.removeEventListener('abort', leave);
    }
  }

  /** Gives a slot back, to whoever has waited longest. */
  release(): void {
    if (this.waiting.size === 0) {
      this.taken -= 1;
      return;
    }
    const [next] = this.waiting;
    if (!next) return;
    this.waiting.delete(next);
    next();
  }
}

function overloaded(): FetchFailure {
  return new FetchFailure('overloaded', { retryAfter: COME_AGAIN_MS });
}
