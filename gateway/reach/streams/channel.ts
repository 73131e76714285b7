/** How full a channel may become, and who is told. */
export interface ChannelOptions {
  /** From so many waiting items on it is full. Unit: items. */
  readonly maxItems: number;
  /** From such a sum of sizes on it is full. Unit: that of the sizes given. */
  readonly maxSize: number;
  /** Told when it becomes full, and when there is room again; what comes meanwhile is kept. */
  readonly onFull: () => void;
  readonly onRoom: () => void;
  /** Told once when nobody takes any more: by `return`, not by an end that came from the source. */
  readonly onLeave: () => void;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly size: number;
}

interface Taker<Item> {
  resolve(result: IteratorResult<Item, undefined>): void;
  reject(reason: unknown): void;
}

/** How it ended: with an error, or without. */
interface End {
  readonly error?: unknown;
}

const DONE = { done: true, value: undefined } as const;

/**
 * Items that come by themselves, for one who takes one after the other. The source is told to pause while too many
 * wait. Unlike a generator's, its `return` takes effect at once, also while an item is waited for.
 */
export class Channel<Item> implements AsyncIterableIterator<Item, undefined> {
  private readonly waiting: Waiting<Item>[] = [];
  private size = 0;
  private isFull = false;
  private end: End | undefined;
  private taker: Taker<Item> | undefined;

  constructor(private readonly options: ChannelOptions) {}

  /** Whether nothing comes any more. */
  get isEnded(): boolean {
    return this.end !== undefined;
  }

  /** Gives an item to who waits for it, or keeps it. */
  push(item: Item, size: number): void {
    if (this.end) return;
    const { taker } = this;
    this.taker = undefined;
    if (taker) taker.resolve({ done: false, value: item });
    else this.keep({ item, size });
  }

  /** Nothing comes any more; what waits is still there to be taken. */
  finish(end: End = {}): void {
    if (this.end) return;
    this.end = end;
    const { taker } = this;
    this.taker = undefined;
    if (taker) this.settle(taker, end);
  }

  /** The next item; asked again only after the former answer. */
  next(): Promise<IteratorResult<Item, undefined>> {
    const first = this.waiting.shift();
    if (first) return Promise.resolve(this.taken(first));
    return new Promise((resolve, reject) => {
      const taker = { resolve, reject };
      if (this.end) this.settle(taker, this.end);
      else this.taker = taker;
    });
  }

  /** Nobody takes any more: what waits is dropped, and the source is told. */
  return(): Promise<IteratorResult<Item, undefined>> {
    this.waiting.length = 0;
    if (!this.end) this.options.onLeave();
    this.finish();
    this.end = {};
    return Promise.resolve(DONE);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** An error is told once; whoever asks again learns that it is over. */
  private settle(taker: Taker<Item>, end: End): void {
    this.end = {};
    if ('error' in end) taker.reject(end.error);
    else taker.resolve(DONE);
  }

  private keep(waiting: Waiting<Item>): void {
    this.waiting.push(waiting);
    this.size += waiting.size;
    if (this.isFull || !this.isOver(1)) return;
    this.isFull = true;
    this.options.onFull();
  }

  private taken({ item, size }: Waiting<Item>): IteratorResult<Item, undefined> {
    this.size -= size;
    if (this.isFull && !this.end && !this.isOver(ROOM_SHARE)) {
      this.isFull = false;
      this.options.onRoom();
    }
    return { done: false, value: item };
  }

  private isOver(share: number): boolean {
    const { maxItems, maxSize } = this.options;
    return this.waiting.length >= maxItems * share || this.size >= maxSize * share;
  }
}

/** So full it may be when the source goes on. */
const ROOM_SHARE = 0.5;
