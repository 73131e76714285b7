import type { SubgraphAnswer } from '../reach/reach.js';
import type { Completed } from './complete/complete.js';
import type { Shape } from './complete/shape.js';
import type { EngineAnswer } from './engine.js';
import type { EventSource } from './event-sources.js';
import { Scope, type Fetch, type Outgoing } from './execute/scope.js';
import { denialErrors } from './filter/errors.js';
import type { Filtered } from './filter/filter.js';
import { narrowed } from './filter/narrow.js';
import type { Prepared } from './plan/prepare.js';
import { subscribedIn } from './subscribed.js';
import { asStage, type Watch } from './watch.js';

/** What the answers to one subscription are made with. */
export interface EventsParts {
  readonly prepared: Prepared;
  /** What the caller may see as it subscribes. */
  readonly view: Filtered;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the caller may see now. */
  readonly viewNow: () => Filtered | Promise<Filtered>;
  /** Whether an answer is refused of which the caller may not see all. */
  readonly isAllOrNothing: boolean;
  /** Subscribes to a subgraph. @param until aborted when its events are not wanted any more */
  readonly subscribe: (outgoing: Outgoing, until: AbortSignal) => AsyncIterable<SubgraphAnswer>;
  /** Where a subgraph is: the same one at another place is another source. */
  readonly addressOf?: (subgraph: string) => string | undefined;
  /** Gets what other subgraphs know of an event. */
  readonly fetch: Fetch;
  readonly complete: (scope: Scope, shape: Shape) => Completed;
  /** Looks on as it begins, where somebody does. */
  readonly watch?: Watch;
}

/** Makes the answers to events by the means of one engine. */
export class Maker {
  private readonly values: ReadonlyMap<string, string>;
  private sight: Sight;

  constructor(readonly parts: EventsParts) {
    this.values = parts.prepared.valuesFor(parts.variables);
    this.sight = { view: parts.view, shape: parts.prepared.shape };
  }

  /** What is subscribed to. */
  subscribed(): Promise<Outgoing> {
    return subscribedIn(this.parts.prepared, this.values);
  }

  /** The events; nothing is asked of the subgraph before the first one is asked for. */
  source(outgoing: Outgoing): EventSource<SubgraphAnswer> {
    const until = new AbortController();
    const events = this.parts.subscribe(outgoing, until.signal)[Symbol.asyncIterator]();
    const leave = (): void => {
      until.abort();
      events.return?.().catch(() => undefined);
    };
    return { events, leave };
  }

  /** The answer to an event, and whether it is the last one that the caller may see. */
  async answer(event: SubgraphAnswer): Promise<{ readonly answer: EngineAnswer; readonly isLast: boolean }> {
    const { parts, values } = this;
    this.sight = sightOf(await parts.viewNow(), this.sight, parts);
    const { view, shape } = this.sight;
    const denied = denialErrors(view.denials).map((error) => error.toJSON());
    if (denied.length > 0 && parts.isAllOrNothing) return { answer: { errors: denied }, isLast: true };
    const { data, errors } = await watched({ event, values, shape }, parts);
    return { answer: { data, errors: [...denied, ...errors] }, isLast: false };
  }
}

/** What of an operation is shown. */
interface Sight {
  readonly view: Filtered;
  readonly shape: Shape;
  /** What the caller might see of it, of which this is left. */
  readonly now?: Filtered;
}

function sightOf(now: Filtered, current: Sight, { view, prepared }: EventsParts): Sight {
  if (now === (current.now ?? current.view)) return current;
  if (now === view) return { view, shape: prepared.shape };
  const left = narrowed(view, now);
  return { view: left, shape: prepared.shapeOf(left.operation, left.originals), now };
}

interface Happening {
  readonly event: SubgraphAnswer;
  readonly values: ReadonlyMap<string, string>;
  readonly shape: Shape;
}

/** The answer to an event, seen by those who look on. */
async function watched(happening: Happening, parts: EventsParts): Promise<Completed> {
  const watch = parts.watch?.beginEvent();
  let isGood = false;
  try {
    const answer = await completed(happening, parts, watch);
    isGood = answer.errors.length === 0;
    return answer;
  } finally {
    watch?.end(isGood);
  }
}

async function completed(
  { event, values, shape }: Happening,
  { prepared, fetch, complete }: EventsParts,
  watch: Watch | undefined,
): Promise<Completed> {
  const send: Fetch = (outgoing) => (outgoing.isSubscription ? Promise.resolve(event) : fetch(outgoing));
  const scope = new Scope(values, send, watch);
  await asStage(watch, 'execute', () => prepared.run?.(scope));
  return asStage(watch, 'complete', () => complete(scope, shape));
}
