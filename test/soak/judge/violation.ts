/** Something that must not happen. */
export interface Violation {
  /** When it was seen, from the start of the load. Unit: milliseconds. */
  readonly at: number;
  readonly what: string;
}

/** An instant of the run, as people read it: minutes and seconds. @param at Unit: milliseconds. */
export function clock(at: number): string {
  const seconds = Math.round(at / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
