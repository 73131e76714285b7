import type { SeenOperation } from '../usage/book.js';
import { Histogram } from '../usage/histogram.js';
import type { Figures } from './baseline.js';
import { ERRORS, isLasting, KINDS, MIN_RUNS, rounded, type Regress } from './judgement.js';
import { addTo, count, share, shareOf, sliceFrom, sumOf, type Slice, type Sums } from './sums.js';

export type { Regress } from './judgement.js';

/** Shortest slice. Units: milliseconds, runs. */
const SLICE = { ms: 1_000, runs: 20 };
/** Slices that are looked at, and how many there must be before anything is found. */
const LOOKED_AT = { most: 10, least: 5 };

/**
 * Compares a release with the figures of the one before, operation by operation: each run is held against what its own
 * operation did before, so that another mix of questions is no regress. A short disturbance is none either: most of the
 * last seconds must be worse, and all of them together by more than accident explains.
 */
export class Watch {
  private readonly slices: Slice[] = [];
  private slice: Slice;
  private readonly times = new Histogram();
  private readonly sum: Sums = { runs: 0, failures: 0, expected: 0, rated: 0, slow: 0, slower: 0 };

  /** @param now the time, on any clock. Unit: milliseconds. */
  constructor(
    private readonly baseline: Figures,
    private readonly now = (): number => performance.now(),
  ) {
    this.slice = sliceFrom(now());
  }

  /** Counts a run. @param ms Unit: milliseconds. */
  note(seen: SeenOperation, ms: number, isFailure: boolean): void {
    this.turn();
    const before = this.baseline.operations.get(seen.key);
    this.times.note(ms);
    count(this.slice, { before, share: shareOf(before, this.baseline.total), ms, isFailure });
  }

  /** Why the release must be left; nothing while no reason is found. */
  regress(): Regress | undefined {
    this.turn();
    if (this.slices.length < LOOKED_AT.least) return undefined;
    const last = this.slices.slice(-LOOKED_AT.most);
    const all = sumOf(last);
    return KINDS.find(({ isBad }) => isLasting(last, isBad) && isBad(all) && all.runs >= MIN_RUNS)?.told(all);
  }

  /** The last word, also on a gateway that is asked too little for slices. */
  lastRegress(): Regress | undefined {
    const all = sumOf([this.sum, this.slice]);
    const isBad = all.runs >= MIN_RUNS / 2 && ERRORS.isBad(all);
    return this.regress() ?? (isBad ? ERRORS.told(all) : undefined);
  }

  /** What was measured, for the record. */
  measures(): Readonly<Record<string, number>> {
    const { runs, failures, slow, slower, rated } = sumOf([this.sum, this.slice]);
    const { total } = this.baseline;
    return {
      runs,
      failures,
      failuresBefore: rounded(shareOf(total, total) * runs),
      p50Ms: rounded(this.times.quantile(0.5)),
      p99Ms: rounded(this.times.quantile(0.99)),
      p50MsBefore: rounded(total.p50),
      p99MsBefore: rounded(total.p99),
      slowShare: rounded(share(slow, rated)),
      slowerShare: rounded(share(slower, rated)),
    };
  }

  private turn(): void {
    const { slice } = this;
    if (slice.runs < SLICE.runs || this.now() - slice.began < SLICE.ms) return;
    this.slices.push(slice);
    if (this.slices.length > LOOKED_AT.most) this.slices.shift();
    addTo(this.sum, slice);
    this.slice = sliceFrom(this.now());
  }
}
