import type { Reach, ReachTo } from '../reach/reach.js';

interface Shared {
  readonly reach: Reach;
  users: number;
}

/**
 * The same ways, each shared by all editions that know its subgraph at the same address: connections stay open across a
 * launch, and so do subscriptions that are taken along. A way is let go of with the last edition that knows it.
 */
export function sharingReaches(reachTo: ReachTo): ReachTo {
  const open = new Map<string, Shared>();
  return (place) => {
    const key = `${place.name} ${place.url}`;
    const shared = open.get(key) ?? { reach: reachTo(place), users: 0 };
    shared.users += 1;
    open.set(key, shared);
    const leave = async (): Promise<void> => {
      shared.users -= 1;
      if (shared.users > 0) return;
      open.delete(key);
      await shared.reach.close();
    };
    return handle(shared.reach, leave);
  };
}

function handle(reach: Reach, leave: () => Promise<void>): Reach {
  let left: Promise<void> | undefined;
  return {
    fetch: (fetch) => reach.fetch(fetch),
    ...(reach.subscribe && { subscribe: (fetch) => reach.subscribe?.(fetch) ?? nothing() }),
    close: () => (left ??= leave()),
  };
}

async function* nothing(): AsyncGenerator<never, undefined> {
  // There is a way to subscribe, or this is not called.
}
