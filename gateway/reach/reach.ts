import type { CalledOperation } from '../../schema/contract/caller-token.js';
import type { Logger } from '../../schema/contract/log.js';
import { allPassedOn } from './failures.js';
import type { Leaving } from './leaving.js';
import type { ReachSettings } from './settings.js';
import type { GraphQLFormattedError } from 'graphql';

/** A subgraph as the supergraph describes it. */
export interface SubgraphPlace {
  /** Name in the supergraph; also the agency's short name in errors. */
  readonly name: string;
  /** Routing address. */
  readonly url: string;
}

/** One fetch of a plan. */
export interface SubgraphFetch {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether it changes something; unless said, it only reads. */
  readonly isChange?: boolean;
  /** Whether it only looks if the subgraph is there, which is no try of its circuit. */
  readonly isProbe?: boolean;
  /** The request's body as JSON, where it is made already. */
  readonly body?: string;
  /** What the subgraph is told so that its part joins the trace of the operation. */
  readonly traceparent?: string;
  /** Told once whether a subscription began, if anything was asked of the subgraph. */
  readonly onBegun?: (isGood: boolean) => void;
  /** What it is for: the same object for all fetches of one operation. */
  readonly operation: CalledOperation;
  /** Tells when the answer is no longer wanted: the same object for all fetches of one operation. */
  readonly leaving: Leaving;
}

/** What a subgraph answered, as it left the subgraph. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** The way to one subgraph. */
export interface Reach {
  /**
   * Gets the answer to one fetch.
   *
   * @throws HubError SUBGRAPH_UNAVAILABLE when no answer came, SUBGRAPH_FAILED when it was not an answer.
   */
  fetch(fetch: SubgraphFetch): Promise<SubgraphAnswer>;
  /** Subscribes, as {@link Streams.subscribe} does; nothing where nobody can subscribe. */
  subscribe?(fetch: SubgraphFetch): AsyncIterable<SubgraphAnswer>;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** Finds the way to each subgraph of a supergraph. */
export type ReachTo = (subgraph: SubgraphPlace) => Reach;

/** One fetch that is over. */
export interface FetchReport {
  readonly subgraph: string;
  readonly requestId: string;
  /** Unit: milliseconds. */
  readonly ms: number;
  /** Whether the subgraph answered without any error. */
  readonly ok: boolean;
}

/** Told of every fetch when it is over. */
export type FetchObserver = (report: FetchReport) => void;

/** What every way to a subgraph needs. */
export interface ReachOptions {
  readonly settings: ReachSettings;
  readonly log: Logger;
  readonly onFetch?: FetchObserver;
}

/** The same way; what the subgraph says of its errors is passed on as {@link allPassedOn} has it. */
export function careful(reach: Reach, agency: string): Reach {
  const dressed = (answer: SubgraphAnswer): SubgraphAnswer => {
    const { data, errors } = answer;
    return errors?.length ? { data, errors: allPassedOn(errors, agency) } : answer;
  };
  return {
    fetch: (fetch) => reach.fetch(fetch).then(dressed),
    ...(reach.subscribe && { subscribe: (fetch) => changedBy(dressed, reach.subscribe?.(fetch) ?? []) }),
    close: () => reach.close(),
  };
}

async function* changedBy(
  change: (answer: SubgraphAnswer) => SubgraphAnswer,
  answers: AsyncIterable<SubgraphAnswer> | Iterable<SubgraphAnswer>,
): AsyncGenerator<SubgraphAnswer, undefined> {
  for await (const answer of answers) yield change(answer);
}

/** The same way, with an observer beside it. */
export function observed(reach: Reach, subgraph: string, onFetch?: FetchObserver): Reach {
  if (!onFetch) return reach;
  return {
    fetch(fetch) {
      const started = performance.now();
      const { requestId } = fetch.operation;
      const over = (ok: boolean) => onFetch({ subgraph, requestId, ms: performance.now() - started, ok });
      return reach.fetch(fetch).then(
        (answer) => {
          over(!answer.errors?.length);
          return answer;
        },
        (error: unknown) => {
          over(false);
          throw error;
        },
      );
    },
    subscribe: reach.subscribe?.bind(reach),
    close: () => reach.close(),
  };
}
