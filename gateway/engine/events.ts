import type { SubgraphAnswer } from '../reach/reach.js';
import type { Completed } from './complete/complete.js';
import type { Shape } from './complete/shape.js';
import type { EngineAnswer } from './engine.js';
import { Scope, type Fetch, type Outgoing } from './execute/scope.js';
import { denialErrors } from './filter/errors.js';
import type { Filtered } from './filter/filter.js';
import { narrowed } from './filter/narrow.js';
import type { Prepared } from './plan/prepare.js';
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
  /** Subscribes to a subgraph. */
  readonly subscribe: (outgoing: Outgoing) => AsyncIterable<SubgraphAnswer>;
  /** Gets what other subgraphs know of an event. */
  readonly fetch: Fetch;
  readonly complete: (scope: Scope, shape: Shape) => Completed;
  /** Looks on as it begins, where somebody does. */
  readonly watch?: Watch;
}

/**
 * The answers to a subscription: the plan is run once for each event, which stands for the answer of its first fetch.
 * Who may see what is decided anew for each event; rights that were lost count at once, new ones for new subscriptions.
 * An event that fails is an answer with errors, and the next one comes.
 *
 * @throws HubError when the subgraph of the events is gone; from the iterator.
 */
export async function* answersToEvents(parts: EventsParts): AsyncGenerator<EngineAnswer, undefined> {
  const { prepared, variables } = parts;
  const values = prepared.valuesFor(variables);
  const start = watchedStart(await subscribedIn(prepared, values), parts.watch);
  try {
    yield* answersTo(parts.subscribe(start.outgoing), values, parts);
  } finally {
    start.end(false);
  }
}

async function* answersTo(
  events: AsyncIterable<SubgraphAnswer>,
  values: Happening['values'],
  parts: EventsParts,
): AsyncGenerator<EngineAnswer, undefined> {
  let current: Sight = { view: parts.view, shape: parts.prepared.shape };
  for await (const event of events) {
    current = sightOf(await parts.viewNow(), current, parts);
    const denied = denialErrors(current.view.denials).map((error) => error.toJSON());
    if (denied.length > 0 && parts.isAllOrNothing) {
      yield { errors: denied };
      return;
    }
    const { data, errors } = await watched({ event, values, shape: current.shape }, parts);
    yield { data, errors: [...denied, ...errors] };
  }
}

/** What is subscribed to, with those who are told once how that begins. */
function watchedStart(outgoing: Outgoing, watch: Watch | undefined) {
  if (!watch) return { outgoing, end: () => undefined };
  const { subgraph, query } = outgoing;
  const fetch = watch.beginFetch({ subgraph, path: [], query });
  const told = once(fetch.end);
  return { outgoing: { ...outgoing, traceparent: fetch.traceparent, onBegun: told }, end: told };
}

function once(tell: (isGood: boolean) => void): (isGood: boolean) => void {
  let isTold = false;
  return (isGood) => {
    if (!isTold) tell(isGood);
    isTold = true;
  };
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

/** Ends the run that only finds out what is subscribed to. */
class Found extends Error {
  constructor(readonly outgoing: Outgoing) {
    super('This is what is subscribed to.');
  }
}

/** What the plan subscribes to: its first fetch. */
async function subscribedIn({ run }: Prepared, values: ReadonlyMap<string, string>): Promise<Outgoing> {
  const scope = new Scope(values, async (outgoing) => {
    throw new Found(outgoing);
  });
  try {
    await run?.(scope);
  } catch (error) {
    if (error instanceof Found && error.outgoing.isSubscription) return error.outgoing;
    throw error;
  }
  throw new Error('The plan of a subscription subscribes to nothing.');
}
