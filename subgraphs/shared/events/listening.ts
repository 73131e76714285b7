import type { Logger } from '../../../schema/contract/log.js';
import type { Subscriber } from './subscriber.js';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks at an outbox that had nothing new, and the longest between two that failed. Unit: milliseconds. */
const BETWEEN_LOOKS = 1_000;
const LONGEST_PAUSE = 30_000;

/** Somebody who listens until told to stop. */
export interface Listening {
  /** Resolves when the last transaction has ended. */
  stop(): Promise<void>;
}

/**
 * Listens for ever. A failure is logged and tried again, ever more slowly: what follows in the same outbox waits, since
 * announcements are handled in their order.
 */
export function listen(source: string, subscriber: Subscriber, log: Logger): Listening {
  const stopping = new AbortController();
  const done = listenUntil(stopping.signal, { source, subscriber, log });
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

interface Ears {
  readonly source: string;
  readonly subscriber: Subscriber;
  readonly log: Logger;
}

async function listenUntil(signal: AbortSignal, ears: Ears): Promise<void> {
  let wait = 0;
  while (!signal.aborted) {
    wait = await heardOnce(ears, wait);
    await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Answers how long to wait before the next look. Unit: milliseconds. */
async function heardOnce({ source, subscriber, log }: Ears, waited: number): Promise<number> {
  try {
    return (await subscriber.pull()) > 0 ? 0 : BETWEEN_LOOKS;
  } catch (error) {
    log.warn({ source, err: error }, 'announcements could not be handled; they are tried again');
    return Math.min(Math.max(2 * waited, BETWEEN_LOOKS), LONGEST_PAUSE);
  }
}
