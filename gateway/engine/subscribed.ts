import { Scope, type Outgoing } from './execute/scope.js';
import type { Prepared } from './plan/prepare.js';

/** Ends the run that only finds out what is subscribed to. */
class Found extends Error {
  constructor(readonly outgoing: Outgoing) {
    super('This is what is subscribed to.');
  }
}

/** What the plan of a subscription subscribes to: its first fetch. */
export async function subscribedIn(
  { run }: Pick<Prepared, 'run'>,
  values: ReadonlyMap<string, string>,
): Promise<Outgoing> {
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
