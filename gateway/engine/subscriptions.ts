import type { SubgraphAnswer } from '../reach/reach.js';
import type { SupergraphFacts } from '../supergraph/facts.js';
import { complete } from './complete/complete.js';
import type { Engine, EngineAnswer, EngineRequest } from './engine.js';
import { Events, type EventsParts } from './events.js';
import type { Fetch, Outgoing } from './execute/scope.js';
import type { Filtered } from './filter/filter.js';
import type { Operation } from './operation.js';
import { asStage } from './watch.js';

/** What subscriptions are answered with. */
export interface SubscriptionsParts {
  readonly engine: Engine;
  readonly facts: SupergraphFacts;
  /** Whether an answer is refused of which the caller may not see all. */
  readonly isAllOrNothing: boolean;
  /** Sends a fetch on behalf of a request. */
  readonly fetchFor: (request: EngineRequest) => Fetch;
  /** Subscribes to a subgraph on behalf of a request. */
  readonly subscribeFor: (request: EngineRequest) => (outgoing: Outgoing) => AsyncIterable<SubgraphAnswer>;
  /** Where a subgraph is. */
  readonly addressOf?: (subgraph: string) => string | undefined;
  /** Told of what each operation asks for, as far as its caller may see it. */
  readonly onRun?: (operation: Operation) => void;
}

/** A subscription that may begin. */
export class Subscription {
  private events: Events | undefined;
  private signal: AbortSignal | undefined;

  /** @param parts what its answers are made with, until the signal is aborted */
  constructor(private readonly parts: (signal: AbortSignal) => EventsParts) {}

  /** The answers, one for each event; they end when the subgraph ends them, and at once when the signal is aborted. */
  begin(signal: AbortSignal): AsyncIterable<EngineAnswer> {
    this.signal = signal;
    this.events = new Events(this.parts(signal));
    return this.events.answers();
  }

  /**
   * Has another engine make the answers from now on, without losing events.
   *
   * @param next the same subscription as the other engine would begin it
   * @throws Error when its source does not begin; HubError as the engine does. Then all stays as it is.
   */
  async goOn(next: Subscription): Promise<void> {
    if (!this.events || !this.signal) throw new Error('A subscription goes on after it has begun.');
    await this.events.goOn(next.parts(this.signal));
  }
}

/** A subscription, or the only answer to an operation that needs no subgraph or is refused. */
export type Subscribed = Subscription | EngineAnswer;

/** Answers the valid subscriptions of clients. */
export class Subscriptions {
  constructor(private readonly parts: SubscriptionsParts) {}

  /** Prepares to answer a subscription; nothing is asked of a subgraph before it begins. */
  subscribe(request: EngineRequest): Promise<Subscribed> {
    const { engine } = this.parts;
    return engine.unlessRefused<Subscribed>(request, async (operation) => {
      const view = await engine.viewOf(operation, request);
      const isRefused = this.parts.isAllOrNothing && view.denials.length > 0;
      const prepared = isRefused
        ? null
        : await asStage(request.watch, 'plan', () => engine.preparedFor(view.operation, request));
      if (!prepared?.run) return engine.answerView(view, request);
      this.parts.onRun?.(view.operation);
      return new Subscription((signal) => ({
        ...this.eventsParts(operation, view, { ...request, signal }),
        prepared,
      }));
    });
  }

  private eventsParts(
    operation: Operation,
    view: Filtered,
    request: EngineRequest,
  ): Omit<EventsParts, 'prepared'> {
    const { engine, facts, isAllOrNothing, fetchFor, subscribeFor, addressOf } = this.parts;
    const fieldOwners: SupergraphFacts['fieldOwners'] = (type, field) => facts.fieldOwners(type, field);
    return {
      view,
      variables: request.variables,
      viewNow: () => engine.viewOf(operation, request),
      isAllOrNothing,
      subscribe: (outgoing, until) =>
        subscribeFor({ ...request, signal: AbortSignal.any([request.signal, until]) })(outgoing),
      addressOf,
      fetch: fetchFor(request),
      watch: request.watch,
      complete: (scope, shape) => complete(scope, { shape, own: NOTHING_OWN, fieldOwners }),
    };
  }
}

/** The gateway itself answers nothing in an event: GraphQL does not let clients subscribe to the schema. */
const NOTHING_OWN: ReadonlyMap<string, string> = new Map();
