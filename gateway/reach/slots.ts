import { Chain, type Link } from './chain.js';
import { Deadlines, type Deadline } from './deadlines.js';
import { FetchFailure } from './fetch-failure.js';
import type { Leaver, Leaving } from './leaving.js';
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

/** Who wants a slot: one of both is called, once. */
export interface Waiter {
  /** It has a slot. */
  take(): void;
  turnAway(reason: FetchFailure): void;
}

/** Lets a number of fetches through at once; a number more may wait, first come first served. */
export class Slots {
  private taken = 0;
  private readonly line: WaitingLine = { waiting: new Chain(), deadlines: new Deadlines() };

  constructor(private readonly options: SlotsOptions) {}

  /** Whether anybody waits. */
  get areWaitedFor(): boolean {
    return this.line.waiting.size > 0;
  }

  /** Takes a slot if one is free. */
  tryTake(): boolean {
    if (this.taken >= this.options.size) return false;
    this.taken += 1;
    return true;
  }

  /**
   * Takes the next slot that is free. A fetch is turned away at once when too many wait, and later when it is no longer
   * wanted or half its time is over.
   */
  wait(patience: Patience, waiter: Waiter): void {
    if (patience.leaving.isOver) waiter.turnAway(new FetchFailure('left'));
    else if (this.line.waiting.size >= this.options.maxWaiting) waiter.turnAway(overloaded());
    else void new Waiting(this.line, patience, waiter);
  }

  /** Gives a slot back, to whoever has waited longest. */
  release(): void {
    const next = this.line.waiting.first?.item;
    if (next) next.take();
    else this.taken -= 1;
  }
}

/** Those who wait, in the order in which they came. */
interface WaitingLine {
  readonly waiting: Chain<Waiting>;
  readonly deadlines: Deadlines;
}

/** A fetch that waits, until its turn comes, its time is over or nobody wants it. */
class Waiting implements Deadline, Leaver {
  readonly at: number;
  private readonly place: Link<Waiting>;
  private readonly deadline: Link<Deadline>;
  private readonly leaving: Leaving;
  private readonly stay: Link<Leaver>;

  constructor(
    private readonly line: WaitingLine,
    { leaving, deadline, now }: Patience,
    private readonly waiter: Waiter,
  ) {
    this.at = now + Math.max(0, deadline - now) * WAITING_SHARE;
    this.place = line.waiting.add(this);
    this.deadline = line.deadlines.add(this);
    this.leaving = leaving;
    this.stay = leaving.add(this);
  }

  take(): void {
    this.end();
    this.waiter.take();
  }

  onOver(): void {
    this.end();
    this.waiter.turnAway(overloaded());
  }

  leave(): void {
    this.end();
    this.waiter.turnAway(new FetchFailure('left'));
  }

  private end(): void {
    this.line.waiting.remove(this.place);
    this.line.deadlines.remove(this.deadline);
    this.leaving.remove(this.stay);
  }
}

function overloaded(): FetchFailure {
  return new FetchFailure('overloaded', { retryAfter: COME_AGAIN_MS });
}
