import type { SeenOperation } from '../usage/book.js';
import { Histogram } from '../usage/histogram.js';
import { z } from 'zod';

/** What was measured of one operation. */
export interface Figure {
  /** Unit: runs. */
  readonly runs: number;
  /** Runs in which the hub or a subgraph failed. Unit: runs. */
  readonly failures: number;
  /** Unit: milliseconds. */
  readonly p50: number;
  /** Unit: milliseconds. */
  readonly p99: number;
}

/** What was measured of a release, by the keys of operations. */
export interface Figures {
  readonly total: Figure;
  readonly operations: ReadonlyMap<string, Figure>;
}

/** What nothing was measured of. */
export const NO_FIGURES: Figures = { total: { runs: 0, failures: 0, p50: 0, p99: 0 }, operations: new Map() };

/** Half of the time that counts: what is older than the whole is forgotten. Unit: milliseconds. */
const HALF_MS = 150_000;

/** Operations of which figures are kept, those that run most. Unit: operations. */
const MAX_FIGURES = 500;

class Tally {
  readonly times = new Histogram();
  failures = 0;

  add({ times, failures }: Tally): void {
    this.times.add(times);
    this.failures += failures;
  }

  get figure(): Figure {
    const { times, failures } = this;
    return { runs: times.count, failures, p50: times.quantile(MEDIAN), p99: times.quantile(TAIL) };
  }
}

const MEDIAN = 0.5;
const TAIL = 0.99;

type Tallies = Map<SeenOperation, Tally>;

/** How an edition did in the last minutes, by operation. */
export class Baseline {
  private present: Tallies = new Map();
  private former: Tallies = new Map();
  private began: number;

  /** @param now the time, on any clock. Unit: milliseconds. */
  constructor(private readonly now = (): number => performance.now()) {
    this.began = now();
  }

  /** Counts a run. @param ms Unit: milliseconds. */
  note(seen: SeenOperation, ms: number, isFailure: boolean): void {
    this.turn();
    let tally = this.present.get(seen);
    if (!tally) this.present.set(seen, (tally = new Tally()));
    tally.times.note(ms);
    if (isFailure) tally.failures += 1;
  }

  /** What was measured so far. */
  figures(): Figures {
    this.turn();
    const all = new Map<SeenOperation, Tally>();
    const total = new Tally();
    for (const [seen, tally] of [...this.former, ...this.present]) {
      const sum = all.get(seen) ?? new Tally();
      sum.add(tally);
      total.add(tally);
      all.set(seen, sum);
    }
    const most = [...all].toSorted(([, one], [, other]) => other.times.count - one.times.count);
    const operations = most.slice(0, MAX_FIGURES).map(([{ key }, { figure }]) => [key, figure] as const);
    return { total: total.figure, operations: new Map(operations) };
  }

  private turn(): void {
    const age = this.now() - this.began;
    if (age < HALF_MS) return;
    this.former = age < 2 * HALF_MS ? this.present : new Map();
    this.present = new Map();
    this.began = this.now();
  }
}

const FIGURE = z.object({ runs: z.number(), failures: z.number(), p50: z.number(), p99: z.number() });
const WRITTEN = z.object({ total: FIGURE, operations: z.array(z.tuple([z.string(), FIGURE])) });

/** The figures as plain data. */
export function writtenFigures({ total, operations }: Figures): unknown {
  return { total, operations: [...operations] };
}

/** The figures that were written; none where it is something else. */
export function figuresIn(written: unknown): Figures {
  const read = WRITTEN.safeParse(written);
  if (!read.success) return NO_FIGURES;
  return { total: read.data.total, operations: new Map(read.data.operations) };
}
