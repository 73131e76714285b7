import type { SubgraphAnswer } from '../reach/reach.js';
import type { Completed } from './complete/complete.js';
import type { Shape } from './complete/shape.js';
import type { EngineAnswer } from './engine.js';
import { Scope, type Fetch, type Outgoing } from './execute/scope.js';
import { denialErrors } from './filter/errors.js';
import type { Filtered } from './filter/filter.js';
import { narrowed } from './filter/narrow.js';
import type { Prepared } from './plan/prepare.js';

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
}

/**
 * The answers to a subscription: the plan is run once for each event, which stands for the answer of its first fetch.
 * Who may see what is decided anew for each event; rights that were lost count at once, new ones for new subscriptions.
 * An event that fails is an answer with errors, and the next one comes.
 *
 * @throws HubError when the subgraph of the events is gone; from the iterator.
 */
export async function* answersToEvents(parts: EventsParts): AsyncGenerator<EngineAnswer, undefined> {
  const { prepared, variables, subscribe, isAllOrNothing } = parts;
  const values = prepared.valuesFor(variables);
  const outgoing = await subscribedIn(prepared, values);
  let current: Sight = { view: parts.view, shape: prepared.shape };
  for await (const event of subscribe(outgoing)) {
    current = sightOf(await parts.viewNow(), current, parts);
    const denied = denialErrors(current.view.denials).map((error) => error.toJSON());
    if (denied.length > 0 && isAllOrNothing) {
      yield { errors: denied };
      return;
    }
    const { data, errors } = await completed({ event, values, shape: current.shape }, parts);
    yield { data, errors: [...denied, ...errors] };
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

async function completed(
  { event, values, shape }: Happening,
  { prepared, fetch, complete }: EventsParts,
): Promise<Completed> {
  const scope = new Scope(values, (outgoing) =>
    outgoing.isSubscription ? Promise.resolve(event) : fetch(outgoing),
  );
  await prepared.run?.(scope);
  return complete(scope, shape);
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
