import { outcomeOf, type Breaker } from './breaker.js';
import type { Circuit } from './circuits.js';
import type { Connections } from './connections.js';
import { readAnswer, type Received } from './http-answer.js';
import { post, type Patience, type Post, type Taken } from './post.js';
import type { ReachSettings } from './settings.js';
import { Slots } from './slots.js';
import { Tries } from './tries.js';

/** What a line is made with. */
export interface LineParts extends Circuit {
  readonly connections: Connections;
  readonly settings: ReachSettings;
}

/** How a request is to be sent. */
export interface Wish {
  /** Aborted when the answer is no longer wanted. */
  readonly wanted: AbortSignal;
  /** Whether it may be sent again when it got no answer. */
  readonly mayRetry: boolean;
  /** Whether it passes beside the circuit: it neither waits for it nor tells it anything. */
  readonly isProbe?: boolean;
}

/** The line to one subgraph's server, of which neither side is asked too much. */
export class Line {
  private readonly slots: Slots;
  private readonly tries: Tries;
  private readonly breaker: Breaker;
  private readonly release = (): void => this.slots.release();
  /**
   * A connection rests for a turn of the event loop after an answer. Whoever waits is let through behind that, or it would
   * wait a second time, for the connection.
   */
  private readonly released = (): void => {
    if (this.slots.areWaitedFor) process.nextTick(setImmediate, this.release);
    else this.release();
  };

  constructor(private readonly parts: LineParts) {
    const { settings, breaker, tally } = parts;
    this.breaker = breaker;
    this.slots = new Slots({ size: settings.SUBGRAPH_CONNECTIONS, maxWaiting: settings.SUBGRAPH_QUEUE });
    this.tries = new Tries({
      tally,
      retries: settings.SUBGRAPH_RETRIES,
      isWell: () => breaker.state === 'closed',
      random: Math.random,
    });
  }

  /**
   * Sends a request, within one fetch's time for everything.
   *
   * @throws FetchFailure when no answer comes of it.
   */
  send(request: Post, { wanted, mayRetry, isProbe }: Wish): Promise<Received> {
    const now = performance.now();
    const deadline = now + this.parts.settings.SUBGRAPH_TIMEOUT_MS;
    const patience = { wanted, deadline, now, released: this.released };
    const attempt = (patience: Patience & Taken): Promise<Received> =>
      isProbe ? this.probed(request, patience) : this.attempt(request, patience);
    return mayRetry ? this.tries.run(attempt, patience) : attempt(patience);
  }

  private async probed(request: Post, patience: Patience & Taken): Promise<Received> {
    if (!this.slots.tryTake()) await this.slots.wait(patience);
    return this.posted(request, { ...patience, now: performance.now() });
  }

  private attempt(request: Post, patience: Patience & Taken): Promise<Received> {
    return this.slots.tryTake() ? this.sent(request, patience) : this.queued(request, patience);
  }

  private async queued(request: Post, patience: Patience & Taken): Promise<Received> {
    this.breaker.requireClosed();
    await this.slots.wait(patience);
    return this.sent(request, { ...patience, now: performance.now() });
  }

  private async sent(request: Post, patience: Patience & Taken): Promise<Received> {
    const entered = this.enter();
    try {
      const answer = await this.posted(request, patience);
      this.breaker.leave(entered, 'well');
      return answer;
    } catch (error) {
      this.breaker.leave(entered, outcomeOf(error));
      throw error;
    }
  }

  private async posted(request: Post, patience: Patience & Taken): Promise<Received> {
    const dispatcher = this.parts.connections.at(patience.now);
    return readAnswer(await post(dispatcher, request, patience));
  }

  private enter(): number {
    try {
      return this.breaker.enter();
    } catch (error) {
      this.slots.release();
      throw error;
    }
  }
}
