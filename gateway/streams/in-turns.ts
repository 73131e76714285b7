import { besideRequests } from '../supergraph/pace.js';

/** How many are at work at once: some wait for what others answer. */
const AT_ONCE = 100;
/** Work between two breaks. Unit: items. */
const PIECE = 10;

/** Does something with each, some at once, and with breaks for requests; one that fails is left out. */
export async function inTurns<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const pace = besideRequests();
  const left = items.values();
  let begun = 0;
  const one = async (): Promise<void> => {
    for (const item of left) {
      begun += 1;
      if (begun % PIECE === 0) await pace.rest();
      await work(item).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, one));
}
