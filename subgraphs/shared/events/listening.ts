import type { Logger } from '../../../schema/contract/log.js';
import type { Running } from '../../../schema/contract/process.js';
import { repeat } from '../repeating.js';
import type { Subscriber } from './subscriber.js';

/** Between two looks at an outbox that had nothing new, and the longest between two that failed. Unit: milliseconds. */
const BETWEEN_LOOKS = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Listens for ever. A failure is logged and tried again, ever more slowly: what follows in the same outbox waits, since
 * announcements are handled in their order.
 */
export function listen(source: string, subscriber: Subscriber, log: Logger): Running {
  let wait = 0;
  return repeat(async () => (wait = await heardOnce({ source, subscriber, log }, wait)));
}

interface Ears {
  readonly source: string;
  readonly subscriber: Subscriber;
  readonly log: Logger;
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
