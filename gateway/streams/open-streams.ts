import type { Caller } from '../../schema/contract/caller.js';
import { tokenRefused } from '../../schema/contract/token/refusals.js';
import { CallerCounts } from './caller-counts.js';
import { streamEnded, tooManyStreams, type EndReason } from './ends.js';
import { Hold } from './hold.js';
import type { LifetimeOf } from './lifetime.js';
import type { StreamsObserver } from './observer.js';

/** One who wants a stream. */
export interface StreamWish<Item> {
  readonly caller: Caller;
  /** Tells callers apart; nothing for one who cannot be told from others. */
  readonly key?: string;
  /** Aborted when the client leaves, or loses its stream; then the reason is a HubError. */
  readonly signal: AbortSignal;
  /** Begins the stream; it ends at once when the signal that it is given is aborted. */
  readonly begin: (signal: AbortSignal) => AsyncIterable<Item>;
}

/** What bounds the streams of one process. */
export interface OpenStreamsOptions {
  /** Streams open at once. Unit: streams. */
  readonly max: number;
  /** Streams of one caller open at once. Unit: streams. */
  readonly maxPerCaller: number;
  readonly lifetimeOf: LifetimeOf;
  /** Asked before each item. @throws HubError UNAUTHENTICATED when the caller's token has been revoked. */
  readonly requireUnrevoked: (caller: Caller) => void;
  readonly observer?: StreamsObserver;
}

/** The streams that are open: how many there are, and what ends them before their time. */
export class OpenStreams {
  private readonly open = new Set<Hold>();
  private readonly callers = new CallerCounts();
  /** Why no more are taken. */
  private ended: EndReason | undefined;
  /** By when all have ended, on the clock of `performance.now`. Unit: milliseconds. */
  private retiredBy: number | undefined;
  private onIdle: (() => void) | undefined;

  constructor(private readonly options: OpenStreamsOptions) {}

  /** How many are open. Unit: streams. */
  get count(): number {
    return this.open.size;
  }

  /**
   * The items of a stream, until the client leaves, its token expires or the hub ends it.
   *
   * @throws HubError TOO_MANY_STREAMS, STREAM_ENDED or, for a token that has expired or been
   * revoked, UNAUTHENTICATED; from the iterator.
   */
  async *hold<Item>(wish: StreamWish<Item>): AsyncGenerator<Item, undefined> {
    const hold = this.admitted(wish);
    try {
      for await (const item of wish.begin(hold.signal)) {
        hold.throwIfEnded();
        this.options.requireUnrevoked(wish.caller);
        yield item;
      }
      hold.throwIfEnded();
      hold.complete();
    } catch (error) {
      hold.end(error);
      hold.throwIfEnded();
    } finally {
      this.release(hold, wish);
    }
  }

  /** Ends all that are open, and takes no more. */
  end(reason: EndReason): void {
    this.ended = reason;
    for (const hold of this.open) hold.end(streamEnded(reason));
  }

  /**
   * Lets those that are open go on for a while, then ends them, one after the other in the second half of the time: their
   * clients come again, and not all at once. Settled when none is open any more.
   *
   * @param milliseconds Unit: milliseconds.
   */
  async retire(milliseconds: number): Promise<void> {
    this.retiredBy = performance.now() + milliseconds;
    if (this.open.size === 0) return;
    const left = new Promise<void>((resolve) => (this.onIdle = resolve));
    for (const hold of this.open) this.endInTime(hold);
    await left;
  }

  private admitted({ caller, key, signal }: StreamWish<unknown>): Hold {
    const { max, maxPerCaller, lifetimeOf, observer } = this.options;
    const lifetime = lifetimeOf(caller);
    if (this.ended) throw streamEnded(this.ended);
    if (lifetime <= 0) throw tokenRefused('EXPIRED');
    if (this.open.size >= max) throw tooManyStreams(max);
    if (this.callers.of(key) >= maxPerCaller) throw tooManyStreams(maxPerCaller);
    const hold = new Hold(signal, lifetime);
    this.open.add(hold);
    this.callers.add(key, 1);
    observer?.opened();
    this.endInTime(hold);
    return hold;
  }

  private release(hold: Hold, { key }: StreamWish<unknown>): void {
    hold.release();
    this.open.delete(hold);
    this.callers.add(key, -1);
    this.options.observer?.ended(hold.outcome);
    if (this.open.size === 0) this.onIdle?.();
  }

  /** Nothing is ended while the streams are not retired; one may begin after they were, by a request from before. */
  private endInTime(hold: Hold): void {
    if (this.retiredBy === undefined) return;
    const left = this.retiredBy - performance.now();
    hold.endAfter(left * (1 - Math.random() / 2), streamEnded('NEW_SCHEMA'));
  }
}
