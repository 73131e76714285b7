import { outcomeOf, type Breaker } from './breaker.js';
import type { Connections } from './connections.js';
import { failureOf, FetchFailure } from './fetch-failure.js';
import { readAnswer, type Received } from './http-answer.js';
import { post, type Asker, type Patience, type Post } from './post.js';
import type { Slots, Waiter } from './slots.js';

/** What every request to one subgraph passes. */
export interface Way {
  readonly slots: Slots;
  readonly breaker: Breaker;
  readonly connections: Connections;
}

/** What is to be got. */
export interface Errand {
  readonly request: Post;
  readonly patience: Patience;
  /** Whether it passes beside the circuit: it neither waits for it nor tells it anything. */
  readonly isProbe?: boolean;
}

interface Settle {
  resolve(received: Received): void;
  reject(reason: unknown): void;
}

const NOBODY: Settle = { resolve: () => undefined, reject: () => undefined };

/**
 * Gets one answer.
 *
 * @throws FetchFailure when none comes.
 */
export function attempt(way: Way, errand: Errand): Promise<Received> {
  return new Promise((resolve, reject) => new Attempt(way, errand, { resolve, reject }).begin());
}

/**
 * One request on its way: it waits for its turn, is let through by the circuit, is sent, and tells the circuit what came of
 * it. Thousands are on their way at once, so it is one object that each of these calls back, not a chain of promises.
 */
class Attempt implements Waiter, Asker {
  private entered = 0;

  constructor(
    private readonly way: Way,
    private readonly errand: Errand,
    private settle: Settle,
  ) {}

  /** @throws FetchFailure `circuit-open` where there is a queue before a circuit that is. */
  begin(): void {
    const { slots, breaker } = this.way;
    const { patience, isProbe } = this.errand;
    if (slots.tryTake()) {
      this.send(patience);
      return;
    }
    if (!isProbe) breaker.requireClosed();
    slots.wait(patience, this);
  }

  take(): void {
    this.send({ ...this.errand.patience, now: performance.now() });
  }

  turnAway(reason: FetchFailure): void {
    this.told().reject(reason);
  }

  answered(text: string): void {
    const received = read(text);
    if (received instanceof FetchFailure) this.failed(received);
    else {
      this.told().resolve(received);
      this.leave(undefined);
    }
  }

  failed(reason: FetchFailure): void {
    this.told().reject(reason);
    this.leave(reason);
  }

  /**
   * A connection rests for a turn of the event loop after an answer. Whoever waits is let through behind that, or it would
   * wait a second time, for the connection.
   */
  released(): void {
    const { slots } = this.way;
    if (slots.areWaitedFor) process.nextTick(setImmediate, () => slots.release());
    else slots.release();
  }

  private send(patience: Patience): void {
    const { connections } = this.way;
    if (this.enter()) post(connections.at(patience.now), this.errand.request, patience, this);
  }

  /** Whether the circuit lets it through. */
  private enter(): boolean {
    if (this.errand.isProbe) return true;
    try {
      this.entered = this.way.breaker.enter();
      return true;
    } catch (error) {
      queueMicrotask(() => this.way.slots.release());
      this.told().reject(error);
      return false;
    }
  }

  private leave(reason: FetchFailure | undefined): void {
    if (this.errand.isProbe) return;
    this.way.breaker.leave(this.entered, reason ? outcomeOf(reason) : 'well');
  }

  /** Who is told, once. Whatever remembers this request does not keep its answer. */
  private told(): Settle {
    const { settle } = this;
    this.settle = NOBODY;
    return settle;
  }
}

function read(text: string): Received | FetchFailure {
  try {
    return readAnswer(text);
  } catch (error) {
    return failureOf(error);
  }
}
