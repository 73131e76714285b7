/** Pause before the first new attempt; before each further one it is twice as long. Unit: milliseconds. */
const FIRST_PAUSE_MS = 1_000;
/** Attempts at one text after the first. Unit: attempts. */
const MAX_RETRIES = 6;

/** When something that failed in passing is tried again: later and later, and not for ever. */
export class Retries {
  private failed: string | undefined;
  private count = 0;
  private dueAt = 0;

  /** @param now the time, on any clock. Unit: milliseconds. */
  constructor(private readonly now = (): number => performance.now()) {}

  /** Whether it is time to try it, for the first time or again. */
  isDue(name: string): boolean {
    return name !== this.failed || this.now() >= this.dueAt;
  }

  /** Notes a failure; whether it is to be tried again. */
  next(name: string): boolean {
    this.count = name === this.failed ? this.count + 1 : 0;
    this.failed = name;
    this.dueAt = this.now() + FIRST_PAUSE_MS * 2 ** this.count;
    return this.count < MAX_RETRIES;
  }
}
