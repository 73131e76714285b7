import type { Caller } from '../../schema/contract/caller.js';
import { tokenRefused } from '../../schema/contract/token/refusals.js';
import { CallerCounts } from './caller-counts.js';
import type { LoadedEngine } from '../engine/load.js';
import type { Limits } from '../limits.js';
import { inTurns } from './in-turns.js';
import { jitteredReturn, streamEnded, tooManyStreams, type EndReason } from './ends.js';
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
  /** Has another edition make the items from now on; nothing for a stream that stays where it is. @throws when it cannot. */
  readonly goOn?: (next: Successor) => Promise<void>;
}

/** The edition after the one whose streams they are. */
export interface Successor {
  readonly streams: OpenStreams;
  readonly engine: LoadedEngine;
  readonly limits: Limits;
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

/** A stream that is open. */
interface Held {
  readonly hold: Hold;
  readonly wish: StreamWish<unknown>;
  /** Whose it is now. */
  home: OpenStreams;
}

/** The streams that are open: how many there are, and what ends them before their time. */
export class OpenStreams {
  private readonly open = new Set<Held>();
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
    const held = this.admitted(wish);
    const { hold } = held;
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
      hold.release();
      held.home.drop(held);
      this.options.observer?.ended(hold.outcome);
    }
  }

  /** Has those that can go on with another edition do so; the others stay. */
  async carryTo(next: Successor): Promise<void> {
    const able = [...this.open].filter(({ wish }) => wish.goOn);
    await inTurns(able, async (held) => {
      if (!this.open.has(held)) return;
      await held.wish.goOn?.(next);
      if (!this.open.has(held)) return;
      this.drop(held);
      next.streams.take(held);
    });
  }

  /** Ends all that are open, and takes no more. */
  end(reason: EndReason): void {
    this.ended = reason;
    const { size } = this.open;
    for (const { hold } of this.open) hold.end(this.endFor(reason, size));
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
    for (const { hold } of this.open) this.endInTime(hold);
    await left;
  }

  private admitted(wish: StreamWish<unknown>): Held {
    const { caller, key, signal } = wish;
    const { max, maxPerCaller, lifetimeOf, observer } = this.options;
    const lifetime = lifetimeOf(caller);
    if (this.ended) throw streamEnded(this.ended);
    if (lifetime <= 0) throw tokenRefused('EXPIRED');
    if (this.open.size >= max) throw tooManyStreams(max);
    if (this.callers.of(key) >= maxPerCaller) throw tooManyStreams(maxPerCaller);
    const held: Held = { hold: new Hold(signal, lifetime), wish, home: this };
    this.take(held);
    observer?.opened();
    this.endInTime(held.hold);
    return held;
  }

  private take(held: Held): void {
    held.home = this;
    this.open.add(held);
    this.callers.add(held.wish.key, 1);
    if (this.ended) held.hold.end(this.endFor(this.ended, this.open.size));
  }

  private drop(held: Held): void {
    if (!this.open.delete(held)) return;
    this.callers.add(held.wish.key, -1);
    if (this.open.size === 0) this.onIdle?.();
  }

  /** Nothing is ended while the streams are not retired; one may begin after they were, by a request from before. */
  private endInTime(hold: Hold): void {
    if (this.retiredBy === undefined) return;
    const left = this.retiredBy - performance.now();
    hold.endAfter(left * (1 - Math.random() / 2), this.endFor('NEW_SCHEMA', this.open.size));
  }

  private endFor(reason: EndReason, clients: number) {
    return streamEnded(reason, reason === 'NEW_SCHEMA' ? jitteredReturn(clients) : undefined);
  }
}
