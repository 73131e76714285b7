/** What is counted of one subgraph. Unit: requests. */
export interface Counts {
  /** Requests that came to an end. */
  tries: number;
  /** Those of them that failed by the subgraph's fault. */
  faults: number;
  /** Those that were sent once more. */
  retries: number;
}

/** The window goes on in steps of this part of it. */
const BUCKETS = 10;

/** Counts what happened within the last while, in constant memory. */
export class Tally {
  private readonly sums = none();
  private readonly buckets: Counts[] = Array.from({ length: BUCKETS }, none);
  private readonly step: number;
  private latest = 0;

  /**
   * @param window how long something is counted. Unit: milliseconds.
   * @param now a clock that never goes back. Unit: milliseconds.
   */
  constructor(
    window: number,
    private readonly now: () => number,
  ) {
    this.step = window / BUCKETS;
  }

  /** Counts one more. */
  add(what: keyof Counts): void {
    this.current()[what] += 1;
    this.sums[what] += 1;
  }

  /** What was counted within the window. */
  get counts(): Readonly<Counts> {
    this.current();
    return this.sums;
  }

  /** Forgets everything. */
  clear(): void {
    this.buckets.forEach((_, index) => this.forget(index));
  }

  private current(): Counts {
    const turn = Math.floor(this.now() / this.step);
    for (let past = Math.max(this.latest, turn - BUCKETS) + 1; past <= turn; past += 1)
      this.forget(past % BUCKETS);
    this.latest = turn;
    return this.buckets[turn % BUCKETS] ?? this.sums;
  }

  private forget(index: number): void {
    const { tries = 0, faults = 0, retries = 0 } = this.buckets[index] ?? {};
    this.buckets[index] = none();
    this.sums.tries -= tries;
    this.sums.faults -= faults;
    this.sums.retries -= retries;
  }
}

function none(): Counts {
  return { tries: 0, faults: 0, retries: 0 };
}
