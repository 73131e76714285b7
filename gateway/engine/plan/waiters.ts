import type { Caller } from '../../../schema/contract/caller.js';

/** One who waits for a plan. */
export interface Waiter {
  readonly caller: Caller;
  /** The client's address, by which anonymous callers are told apart. */
  readonly address?: () => string;
  /** Aborted when it waits no more. */
  readonly signal: AbortSignal;
}

/** Takes a waiter in; `false` when all have left, so that nothing is made any more for which it could wait. */
export type TakeIn = (waiter: Waiter) => boolean;

/** Those who wait for one plan: more may come as long as it is being made. */
export class Waiters {
  private readonly here: Waiter[] = [];
  private takeIn: TakeIn = (waiter) => this.here.push(waiter) > 0;

  /** @param all who wait from the beginning */
  constructor(...all: readonly Waiter[]) {
    this.here.push(...all);
  }

  /** Has one more wait; whether there is still something to wait for. */
  join(waiter: Waiter): boolean {
    return this.takeIn(waiter);
  }

  /** Hands over those who wait, and all who come; whether each of the former was taken in. */
  handTo(takeIn: TakeIn): boolean {
    if (!this.here.every(takeIn)) return false;
    this.here.length = 0;
    this.takeIn = takeIn;
    return true;
  }
}
