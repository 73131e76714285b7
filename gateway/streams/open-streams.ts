import type { Caller } from '../../schema/contract/caller.js';
import { tokenRefused } from '../../schema/contract/token/refusals.js';
import { streamEnded, tooManyStreams, type EndReason } from './ends.js';
import { after, type LifetimeOf } from './lifetime.js';

/** One who wants a stream. */
export interface StreamWish<Item> {
  readonly caller: Caller;
  /** Aborted when the client leaves. */
  readonly signal: AbortSignal;
  /** Begins the stream; it ends at once when the signal that it is given is aborted. */
  readonly begin: (signal: AbortSignal) => AsyncIterable<Item>;
}

/** What bounds the streams of one process. */
export interface OpenStreamsOptions {
  /** Streams open at once. Unit: streams. */
  readonly max: number;
  readonly lifetimeOf: LifetimeOf;
  /** Asked before each item. @throws HubError UNAUTHENTICATED when the caller's token has been revoked. */
  readonly requireUnrevoked: (caller: Caller) => void;
}

/** The streams that are open: how many there are, and what ends them before their time. */
export class OpenStreams {
  private readonly open = new Set<Hold>();
  /** Why no more are taken. */
  private ended: EndReason | undefined;
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
  async *hold<Item>({ caller, signal, begin }: StreamWish<Item>): AsyncGenerator<Item, undefined> {
    const { max, lifetimeOf, requireUnrevoked } = this.options;
    const lifetime = lifetimeOf(caller);
    if (this.ended) throw streamEnded(this.ended);
    if (lifetime <= 0) throw tokenRefused('EXPIRED');
    if (this.open.size >= max) throw tooManyStreams(max);
    const hold = new Hold(signal, lifetime);
    this.open.add(hold);
    try {
      for await (const item of begin(hold.signal)) {
        hold.throwIfEnded();
        requireUnrevoked(caller);
        yield item;
      }
      hold.throwIfEnded();
    } finally {
      hold.release();
      this.open.delete(hold);
      if (this.open.size === 0) this.onIdle?.();
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
    if (this.open.size === 0) return;
    const left = new Promise<void>((resolve) => (this.onIdle = resolve));
    for (const hold of this.open)
      hold.endAfter(milliseconds * (1 - Math.random() / 2), streamEnded('NEW_SCHEMA'));
    await left;
  }
}

/** What keeps one stream going, or ends it. */
class Hold {
  private readonly control = new AbortController();
  private readonly timers: (NodeJS.Timeout | undefined)[] = [];
  private ended: { readonly reason: unknown } | undefined;
  private readonly leave = (): void => this.control.abort();

  /** @param lifetime Unit: milliseconds. */
  constructor(
    private readonly client: AbortSignal,
    lifetime: number,
  ) {
    if (client.aborted) this.leave();
    client.addEventListener('abort', this.leave, { once: true });
    this.endAfter(lifetime, tokenRefused('EXPIRED'));
  }

  get signal(): AbortSignal {
    return this.control.signal;
  }

  end(reason: unknown): void {
    this.ended ??= { reason };
    this.control.abort();
  }

  /** @param milliseconds Unit: milliseconds. */
  endAfter(milliseconds: number, reason: unknown): void {
    this.timers.push(after(milliseconds, () => this.end(reason)));
  }

  throwIfEnded(): void {
    if (this.ended) throw this.ended.reason;
  }

  release(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.client.removeEventListener('abort', this.leave);
    this.control.abort();
  }
}
