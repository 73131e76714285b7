/** How a client has read its stream. */
export interface Reading {
  /** The longest time for which it read nothing. Unit: milliseconds. */
  readonly slept: number;
  /** How long it may do so. Unit: milliseconds. */
  readonly allowed: number;
  /** Whether the machine kept it from reading, and from answering, a short while ago. */
  readonly wasHindered: boolean;
}

/** Close code for a client that reads too slowly. */
const TOO_SLOW = 4_413;
/** Close code that no server sends: the connection was cut. Source: RFC 6455 section 7.4.1. */
const CUT = 1_006;

/** Whether a stream may be ended because its client does not read. */
export function isTooSlow({ slept, allowed, wasHindered }: Reading): boolean {
  return slept >= allowed || wasHindered;
}

/**
 * Whether the end of a stream without last words is due to its client: it was told so, or was cut off.
 *
 * @param code close code of the socket; nothing where there was none
 */
export function breakBy(code: number | undefined, reading: Reading): 'told' | 'cut' | 'wrong' {
  if (!isTooSlow(reading)) return 'wrong';
  if (code === TOO_SLOW) return 'told';
  return code === undefined || code === CUT ? 'cut' : 'wrong';
}
