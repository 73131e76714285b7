import { lifetimes } from '../../../gateway/streams/lifetime.js';
import { OpenStreams } from '../../../gateway/streams/open-streams.js';
import { ANONYMOUS } from '../../../schema/contract/caller.js';

/** The present instant of the streams. Unit: milliseconds. */
export const NOW = 1_000_000;

/** What bounds the usual streams. */
export const OPTIONS = {
  max: 10,
  maxPerCaller: 10,
  lifetimeOf: lifetimes(0, () => NOW),
  requireUnrevoked: (): void => undefined,
};

/** Streams of which none is open. */
export function streams(max = OPTIONS.max, requireUnrevoked = OPTIONS.requireUnrevoked): OpenStreams {
  return new OpenStreams({ ...OPTIONS, max, requireUnrevoked });
}

/** Two items. */
export async function* twice(): AsyncGenerator<number> {
  yield 1;
  yield 2;
}

/** Answers at once what there is, then nothing until it is left. */
function ticking(signal: AbortSignal, ticks: readonly number[]): AsyncIterable<number> {
  const left = new Promise<IteratorResult<number>>((resolve) => {
    signal.addEventListener('abort', () => resolve({ done: true, value: undefined }));
  });
  const items = ticks.values();
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const { value, done } = items.next();
        return done ? left : { value, done };
      },
    }),
  };
}

/** One who wants a stream. */
export function wish(caller = ANONYMOUS, signal = new AbortController().signal, ticks = [1]) {
  return { caller, signal, begin: (until: AbortSignal) => ticking(until, ticks) };
}
