import type { Running } from '../../schema/contract/process.js';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does something again and again until told to stop; stopping waits for what is being done.
 *
 * @param once answers how long to pause before the next time. Unit: milliseconds.
 */
export function repeat(once: () => Promise<number>): Running {
  const stopping = new AbortController();
  const done = repeatUntil(stopping.signal, once);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function repeatUntil(signal: AbortSignal, once: () => Promise<number>): Promise<void> {
  while (!signal.aborted) {
    const wait = await once();
    await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
