/** Pause before a process that ended again is replaced, at first and at most. Unit: milliseconds. */
const PAUSE = { first: 250, longest: 30_000 };

/** A process that ran as long as this has not failed in a row. Unit: milliseconds. */
const STEADY_MS = 10_000;

/** What is known of the failures in a row. */
export interface Pause {
  /** Unit: milliseconds. */
  readonly pause: number;
  readonly failures: number;
}

/**
 * How long to wait before a process is replaced: not at all for one that ran steadily, and twice as long after each that
 * did not.
 *
 * @param failures in a row, before this one
 * @param ranFor Unit: milliseconds.
 */
export function pauseAfter(failures: number, ranFor: number): Pause {
  if (ranFor >= STEADY_MS) return { pause: 0, failures: 0 };
  return { pause: Math.min(PAUSE.first * 2 ** failures, PAUSE.longest), failures: failures + 1 };
}
