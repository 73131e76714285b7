import type { Caller } from '../schema/contract/caller.js';

/** Work that is under way, and how many wait for it. */
interface UnderWay<Result> {
  readonly result: Promise<Result>;
  /** Aborted when nobody waits any more. */
  readonly control: AbortController;
  waiting: number;
}

/** One who wants something done. */
export interface Wish<Result> {
  readonly caller: Caller;
  /** What tells the work from all other work. */
  readonly key: string;
  /** Aborted when it is no longer wanted. */
  readonly signal: AbortSignal;
  /**
   * Begins the work; when the signal that it is given is aborted, nobody wants it, and it ends at once. Once `close` is
   * called nobody joins it any more.
   */
  begin(signal: AbortSignal, close?: () => void): Promise<Result>;
}

/** Counts what changes something: what began before a change is not joined after it. */
export class Changes {
  private counted = 0;

  /** How many have begun or ended so far. */
  get count(): number {
    return this.counted;
  }

  /** Makes a change. */
  async during<Result>(change: () => Promise<Result>): Promise<Result> {
    this.counted += 1;
    try {
      return await change();
    } finally {
      this.counted += 1;
    }
  }
}

/** Longer keys are not compared. Unit: characters. */
const MAX_KEY = 20_000;

/**
 * Does work that callers with the same token want at the same time only once. It goes on as long as one of them is
 * there.
 */
export class InFlight<Result> {
  private readonly byCaller = new WeakMap<Caller, Map<string, UnderWay<Result>>>();

  /** @param changes those that others make count, too */
  constructor(private readonly changes = new Changes()) {}

  /** The result of the work, begun by whoever wants it first. */
  join(wish: Wish<Result>): Promise<Result> {
    if (wish.signal.aborted || wish.key.length > MAX_KEY) return wish.begin(wish.signal);
    const known = this.byCaller.get(wish.caller) ?? new Map<string, UnderWay<Result>>();
    this.byCaller.set(wish.caller, known);
    const key = `${this.changes.count} ${wish.key}`;
    const end = (ended: UnderWay<Result>): void => {
      if (known.get(key) === ended) known.delete(key);
    };
    const underWay = known.get(key) ?? begun(wish, end);
    known.set(key, underWay);
    return awaited(underWay, wish, end);
  }

  /** Does work that changes something, so that whoever reads after it does not get what was read before it. */
  change(work: () => Promise<Result>): Promise<Result> {
    return this.changes.during(work);
  }
}

/** Told of work that is not joined any more. */
type End<Result> = (underWay: UnderWay<Result>) => void;

function begun<Result>(wish: Wish<Result>, end: End<Result>): UnderWay<Result> {
  const control = new AbortController();
  const close = (): void => end(underWay);
  const underWay: UnderWay<Result> = {
    result: wish.begin(control.signal, close).finally(close),
    control,
    waiting: 0,
  };
  return underWay;
}

/** The result for one of those who want it; for one who leaves before, what the work comes to when nobody wants it. */
function awaited<Result>(underWay: UnderWay<Result>, wish: Wish<Result>, end: End<Result>): Promise<Result> {
  const { signal } = wish;
  underWay.waiting += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      underWay.waiting -= 1;
      if (underWay.waiting > 0) {
        resolve(wish.begin(signal));
        return;
      }
      end(underWay);
      underWay.control.abort();
    };
    const stay = (): void => signal.removeEventListener('abort', leave);
    signal.addEventListener('abort', leave, { once: true });
    underWay.result.finally(stay).then(resolve, reject);
  });
}
