/**
 * The items of a source until they are not wanted any more; then it ends at once, also while the source makes the next
 * one, and the source is told to end, also while nobody asks.
 */
export async function* wanted<Item>(
  source: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, undefined> {
  const items = source[Symbol.asyncIterator]();
  // A generator that makes its next item would answer only after that.
  const end = (): void => void ending(items).catch(() => undefined);
  signal.addEventListener('abort', end, { once: true });
  try {
    for (;;) {
      const next = await orLeft(items, signal);
      if (!next || next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

/** Whoever wrote the source may have left out that it answers later. */
async function ending(items: AsyncIterator<unknown>): Promise<void> {
  await items.return?.();
}

async function nextOf<Item>(items: AsyncIterator<Item>): Promise<IteratorResult<Item>> {
  return items.next();
}

/** The next item; nothing when it is not wanted any more. */
function orLeft<Item>(items: AsyncIterator<Item>, signal: AbortSignal): Promise<IteratorResult<Item> | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const leave = (): void => resolve(null);
    const stay = (): void => signal.removeEventListener('abort', leave);
    signal.addEventListener('abort', leave, { once: true });
    nextOf(items).then(resolve, reject).finally(stay);
  });
}
