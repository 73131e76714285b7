import { Chain, type Link } from './chain.js';
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
interface Waiter {
  readonly deadline: Link<Deadline>;
  readonly take: () => void;
}

/** Lets a number of fetches through at once; a number more may wait, first come first served. */
export class Slots {
  private taken = 0;
  private readonly waiting = new Chain<Waiter>();
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
    if (this.waiting.size >= this.options.maxWaiting) return Promise.reject(overloaded());
    return new Promise((resolve, reject) => {
      const turnAway = (reason: FetchFailure): void => {
        this.forget(place);
        stay();
        reject(reason);
      };
      const leave = (): void => turnAway(left());
      const stay = (): void => wanted.removeEventListener('abort', leave);
      const at = now + Math.max(0, deadline - now) * WAITING_SHARE;
      const place = this.waiting.add({
        deadline: this.deadlines.add({ at, onOver: () => turnAway(overloaded()) }),
        take: () => (stay(), resolve()),
      });
      wanted.addEventListener('abort', leave);
    });
  }

  /** Gives a slot back, to whoever has waited longest. */
  release(): void {
    const next = this.waiting.first;
    if (!next) {
      this.taken -= 1;
      return;
    }
    this.forget(next);
    next.item.take();
  }

  private forget(place: Link<Waiter>): void {
    this.waiting.remove(place);
    this.deadlines.remove(place.item.deadline);
  }
}

function left(): FetchFailure {
  return new FetchFailure('left');
}

function overloaded(): FetchFailure {
  return new FetchFailure('overloaded', { retryAfter: COME_AGAIN_MS });
}
