import { outcomeOf, type Breaker, type Outcome } from '../breaker.js';
import { SILENCE_MS } from '../post.js';
import type { SubgraphFetch } from '../reach.js';

/** The start of a subscription: how it went is told once, to the circuit of the subgraph and to who looks on. */
export class Start {
  private readonly entered: number;
  private readonly began = performance.now();
  private isTold = false;

  /**
   * @param silence what it tells of a subgraph that it did not take the subscription until nobody wanted it
   * @throws FetchFailure `circuit-open` while the subgraph is left alone.
   */
  constructor(
    private readonly breaker: Breaker,
    private readonly onBegun: SubgraphFetch['onBegun'],
    private readonly silence: Outcome = 'fault',
  ) {
    this.entered = breaker.enter();
  }

  /** The subgraph took the subscription. */
  succeeded(): void {
    this.tell('well');
  }

  /** It came to nothing, unless it had begun: what breaks off later says nothing of the start. */
  failed(error: unknown): void {
    this.tell(outcomeOf(error), false);
  }

  /** Nobody wants it any more; a subgraph that was silent until then may be to blame. */
  left(): void {
    this.tell(performance.now() - this.began >= SILENCE_MS ? this.silence : 'unknown');
  }

  private tell(outcome: Outcome, isGood = outcome === 'well'): void {
    if (this.isTold) return;
    this.isTold = true;
    this.breaker.leave(this.entered, outcome);
    this.onBegun?.(isGood);
  }
}
