import { setTimeout as delay } from 'node:timers/promises';

/** Has work that is done beside others' make breaks. */
export interface Pace {
  /** Waits as long as is due. */
  rest(): Promise<void>;
}

/** Work for which nobody has to wait makes no breaks. */
export const WITHOUT_BREAKS: Pace = { rest: async () => undefined };

/** A break in relation to the work before it. */
const SHARE = 3;
/** Longest break. Unit: milliseconds. */
const LONGEST = 100;

/**
 * The pace for work beside that for clients: after each piece there is time for several requests, since each of them
 * needs the event loop more than once.
 */
export function besideRequests(): Pace {
  let began = performance.now();
  return {
    async rest() {
      const worked = performance.now() - began;
      await delay(Math.min(worked * SHARE, LONGEST));
      began = performance.now();
    },
  };
}
