import { attempt, type Way } from './attempt.js';
import type { Circuit } from './circuits.js';
import type { Connections } from './connections.js';
import type { Received } from './http-answer.js';
import type { Leaving } from './leaving.js';
import type { Patience, Post } from './post.js';
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
  /** Tells when the answer is no longer wanted. */
  readonly leaving: Leaving;
  /** Whether it may be sent again when it got no answer. */
  readonly mayRetry: boolean;
  /** Whether it passes beside the circuit: it neither waits for it nor tells it anything. */
  readonly isProbe?: boolean;
}

/** The line to one subgraph's server, of which neither side is asked too much. */
export class Line {
  private readonly way: Way;
  private readonly tries: Tries;
  /** Time for one fetch. Unit: milliseconds. */
  private readonly timeout: number;

  constructor({ settings, connections, breaker, tally }: LineParts) {
    const slots = new Slots({ size: settings.SUBGRAPH_CONNECTIONS, maxWaiting: settings.SUBGRAPH_QUEUE });
    this.way = { slots, breaker, connections };
    this.timeout = settings.SUBGRAPH_TIMEOUT_MS;
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
  send(request: Post, { leaving, mayRetry, isProbe }: Wish): Promise<Received> {
    const now = performance.now();
    const first = { leaving, deadline: now + this.timeout, now };
    const once = (patience: Patience) => attempt(this.way, { request, patience, isProbe });
    return mayRetry ? this.tries.run(once, first) : once(first);
  }
}
