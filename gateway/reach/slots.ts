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

/** A fetch that waits. */
interface Waiter {
  /** How long it waits at most, on the clock of `performance.now`. Unit: milliseconds. */
  readonly until: number;
  readonly take: () => void;
  readonly giveUp: (reason: FetchFailure) => void;
}

/** Lets a number of fetches through at once; a number more may wait, first come first served. */
export class Slots {
  private taken = 0;
  private readonly waiting = new Set<Waiter>();
  /** One for all who wait. */
  private timer: NodeJS.Timeout | undefined;
  /** When the first of them loses patience, on the clock of `performance.now`. Unit: milliseconds. */
  private dueAt = Infinity;

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
  wait({ wanted, deadline, now }: Patience): Promise<void> {
    if (wanted.aborted) return Promise.reject(new FetchFailure('left'));
    if (this.waiting.size >= this.options.maxWaiting) return Promise.reject(overloaded());
    return new Promise((resolve, reject) => {
      const leave = (): void => this.turnAway(waiter, new FetchFailure('left'));
      const stay = (): void => wanted.removeEventListener('abort', leave);
      const waiter: Waiter = {
        until: now + Math.max(0, deadline - now) * WAITING_SHARE,
        take: () => (stay(), resolve()),
        giveUp: (reason) => (stay(), reject(reason)),
      };
      wanted.addEventListener('abort', leave);
      this.waiting.add(waiter);
      this.watch(waiter);
    });
  }

  /** Gives a slot back, to whoever has waited longest. */
  release(): void {
    const [next] = this.waiting;
    if (!next) {
      this.taken -= 1;
      return;
    }
    this.waiting.delete(next);
    next.take();
  }

  private turnAway(waiter: Waiter, reason: FetchFailure): void {
    this.waiting.delete(waiter);
    waiter.giveUp(reason);
  }

  private watch({ until }: Waiter): void {
    if (until >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = until;
    this.timer = setTimeout(() => this.turnAwayLate(), Math.max(0, until - performance.now())).unref();
  }

  private turnAwayLate(): void {
    const now = performance.now();
    this.dueAt = Infinity;
    for (const waiter of this.waiting) {
      if (waiter.until <= now) this.turnAway(waiter, overloaded());
      else this.watch(waiter);
    }
  }
}

function overloaded(): FetchFailure {
  return new FetchFailure('overloaded', { retryAfter: COME_AGAIN_MS });
}
