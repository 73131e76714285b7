import type { SubgraphAnswer } from '../../reach/reach.js';
import type { Shape } from '../complete/shape.js';
import type { Watch } from '../watch.js';
import type { Data } from './data.js';
import type { GraphQLFormattedError } from 'graphql';

/** A fetch as it leaves the engine. */
export interface Outgoing {
  readonly subgraph: string;
  /** Whether it changes something. */
  readonly isChange: boolean;
  /** Whether it is what a subscription subscribes to. */
  readonly isSubscription: boolean;
  /** Text of the operation. */
  readonly query: string;
  /** Body of the request, as JSON: the operation and its variables. */
  readonly body: string;
  /** The part of the body that holds the variables. */
  readonly variables: string;
  /** What the subgraph is told so that its part joins the trace of the operation. */
  readonly traceparent?: string;
  /** Told once whether what is subscribed to began, if anything was asked of the subgraph. */
  readonly onBegun?: (isGood: boolean) => void;
}

/** Gets the answer to one fetch. @throws HubError when there is none. */
export type Fetch = (outgoing: Outgoing) => Promise<SubgraphAnswer>;

/** An error of a fetch, and the objects of the answer that it is about. */
export interface FetchError {
  readonly error: GraphQLFormattedError;
  /** Where the objects stand: the very path of the fetch, by which it is known. */
  readonly path: readonly string[];
  /** Nothing if it is about all objects there. */
  readonly objects?: ReadonlySet<Data>;
  /** From these objects to the field, by the keys of fetches; nothing if the fetch failed as a whole. */
  readonly tail?: readonly (string | number)[];
  /** The keys that the fetch should have filled. */
  readonly keys: readonly string[];
}

/** What the fetches of a plan found, and what went wrong. */
export type Findings = Pick<Scope, 'root' | 'errors' | 'failed' | 'unknown' | 'shared'> & {
  /** The shape of the whole answer, where a part of it is completed. */
  readonly whole?: Shape;
};

/** What one run of a plan works on. */
export class Scope {
  readonly root: Data = {};
  readonly errors: FetchError[] = [];
  /** Objects of which a fetch failed: what they lack, an error explains. */
  readonly failed = new Set<Data>();
  /** Objects that a subgraph referred to and another one does not know. */
  readonly unknown = new Set<Data>();
  /** Objects that stand at several places. */
  readonly shared = new Set<Data>();
  private readonly underWay = new Map<string, Promise<SubgraphAnswer>>();

  constructor(
    /** Values of the request's variables, as JSON, by their names in the plan. */
    readonly values: ReadonlyMap<string, string>,
    private readonly send: Fetch,
    /** Looks on, where somebody does. */
    readonly watch?: Watch,
    /** Told of each fetch that is over. */
    readonly onFetched?: () => void,
  ) {}

  /**
   * An object that a fetch cannot ask for. Where a fetch failed, that may be why; but an object that a subgraph does not
   * know lacks what it lacks because of that.
   */
  skip(object: Data): void {
    if (this.errors.length > 0 && !this.unknown.has(object)) this.failed.add(object);
  }

  /** Sends a fetch; one that is under way already is not sent again. */
  fetch(outgoing: Outgoing, mayBeUnderWay: boolean): Promise<SubgraphAnswer> {
    if (!mayBeUnderWay) return this.send(outgoing);
    const key = `${outgoing.subgraph} ${outgoing.body}`;
    const known = this.underWay.get(key);
    if (known) return known;
    const answer = this.send(outgoing).finally(() => this.underWay.delete(key));
    this.underWay.set(key, answer);
    return answer;
  }
}
