import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import { Leaving } from '../leaving.js';
import type { SubgraphAnswer, SubgraphFetch } from '../reach.js';

/** How a subgraph is subscribed to. */
export interface Streams {
  /**
   * The answers to a subscription, one for each event. It ends when the subgraph ends it, and at once when the fetch is
   * not wanted any more. Nothing is asked of the subgraph before the first answer is asked for; and what nobody takes is
   * not read, from some answers on.
   *
   * @throws HubError SUBGRAPH_UNAVAILABLE when the subgraph cannot be reached or is gone, SUBGRAPH_FAILED when it sends
   * what is no event, TOO_MANY_STREAMS; from the iterator.
   */
  subscribe(fetch: SubgraphFetch): AsyncIterable<SubgraphAnswer>;
  /** Ends all subscriptions and lets go of connections. */
  close(): Promise<void>;
}

/** Begins a subscription that was let in. */
type Subscribe = Streams['subscribe'];

/** Whose subscriptions they are, and how many may be open at once. */
export interface StreamsBounds {
  readonly subgraph: string;
  /** Unit: subscriptions. */
  readonly max: number;
}

/** Streams of which no more than some are open at once, and none after the end. */
export class BoundedStreams implements Streams {
  private readonly control = new AbortController();
  private open = 0;

  constructor(
    private readonly begin: Subscribe,
    private readonly bounds: StreamsBounds,
    private readonly release: () => Promise<void> = async () => undefined,
  ) {}

  async *subscribe(fetch: SubgraphFetch): AsyncGenerator<SubgraphAnswer, undefined> {
    if (this.open >= this.bounds.max) throw tooMany(this.bounds.subgraph);
    this.open += 1;
    try {
      yield* this.begin(new FetchUntil(fetch, this.control.signal));
    } finally {
      this.open -= 1;
    }
  }

  async close(): Promise<void> {
    this.control.abort();
    await this.release();
  }
}

/** The same fetch, which is also not wanted any more from the end of all on. */
class FetchUntil implements SubgraphFetch {
  readonly leaving: Leaving;

  constructor(
    private readonly fetch: SubgraphFetch,
    end: AbortSignal,
  ) {
    this.leaving = new Leaving(AbortSignal.any([fetch.leaving.signal, end]));
  }

  get query(): string {
    return this.fetch.query;
  }

  get variables(): SubgraphFetch['variables'] {
    return this.fetch.variables;
  }

  get body(): string | undefined {
    return this.fetch.body;
  }

  get traceparent(): string | undefined {
    return this.fetch.traceparent;
  }

  get onBegun(): SubgraphFetch['onBegun'] {
    return this.fetch.onBegun;
  }

  get operation(): SubgraphFetch['operation'] {
    return this.fetch.operation;
  }
}

function tooMany(agency: string): HubError {
  return new HubError(
    'TOO_MANY_STREAMS',
    text(
      `Hiện có quá nhiều đăng ký theo dõi đến cơ quan “${agency}”; hãy thử lại sau.`,
      `Too many subscriptions to the agency “${agency}” are open now; try again later.`,
    ),
    { agency },
  );
}
