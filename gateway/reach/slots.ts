import { Deadlines, type Deadline } from './deadlines.js';
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
interface Waiter extends Deadline {
  /** Aborted when it is no longer wanted, which is found when it is its turn: to be told of it would be dearer. */
  readonly wanted: AbortSignal;
  readonly take: () => void;
  readonly giveUp: (reason: FetchFailure) => void;
}

/** Lets a number of fetches through at once; a number more may wait, first come first served. */
export class Slots {
  private taken = 0;
  private readonly waiting = new Set<Waiter>();
  private readonly deadlines = new Deadlines();

  constructor(private readonly options: SlotsOptions) {}

  /** Whether anybody waits. */
  get areWaitedFor(): boolean {
    return this.waiting.size > 0;
  }

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
    if (wanted.aborted) return Promise.reject(left());
    if (this.waiting.size >= this.options.maxWaiting) this.turnAwayLeft();
    if (this.waiting.size >= this.options.maxWaiting) return Promise.reject(overloaded());
    return new Promise((take, giveUp) => {
      const at = now + Math.max(0, deadline - now) * WAITING_SHARE;
      const onOver = (): void => this.turnAway(waiter, overloaded());
      const waiter: Waiter = { at, onOver, wanted, take, giveUp };
      this.waiting.add(waiter);
      this.deadlines.add(waiter);
    });
  }

  /** Gives a slot back, to whoever has waited longest and is still wanted. */
  release(): void {
    for (const next of this.waiting) {
      if (!next.wanted.aborted) {
        this.forget(next);
        next.take();
        return;
      }
      this.turnAway(next, left());
    }
    this.taken -= 1;
  }

  private turnAway(waiter: Waiter, reason: FetchFailure): void {
    this.forget(waiter);
    waiter.giveUp(reason);
  }

  private forget(waiter: Waiter): void {
    this.waiting.delete(waiter);
    this.deadlines.remove(waiter);
  }

  private turnAwayLeft(): void {
    for (const waiter of this.waiting) if (waiter.wanted.aborted) this.turnAway(waiter, left());
  }
}

function left(): FetchFailure {
  return new FetchFailure('left');
}

function overloaded(): FetchFailure {
  return new FetchFailure('overloaded', { retryAfter: COME_AGAIN_MS });
}
