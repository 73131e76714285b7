import { wrongChanges, type Changes } from './changes.js';
import { OCCURRENCES, type Occurrence } from './occurrences.js';
import { trendOf, type Point } from './trend.js';
import type { Violation } from './violation.js';

/** What the gateway's process held at an instant. */
export interface Sample {
  /** From the start of the load. Unit: milliseconds. */
  readonly at: number;
  /** Unit: bytes. */
  readonly residentBytes: number;
  /** What is in use after a full garbage collection. Unit: bytes. */
  readonly liveBytes: number;
  /** Files and sockets. Unit: descriptors. */
  readonly openFiles: number;
}

/** What is left when all clients have gone and connections had time to close. */
export interface Rest {
  readonly sample: Sample;
  /** Subscriptions that subgraphs still serve. */
  readonly streams: number;
}

/** A whole run, as it is judged. */
export interface Run {
  /** Length of the load. Unit: milliseconds. */
  readonly length: number;
  /** What was seen to be wrong while it ran. */
  readonly seen: readonly Violation[];
  /** How often each thing happened. */
  readonly met: ReadonlyMap<Occurrence, number>;
  readonly changes: Changes;
  /** At equal distances under load, the first one at its start. */
  readonly samples: readonly Sample[];
  readonly rest: Rest;
}

/** Shortest run of which a trend says anything, and that brings about everything. Unit: milliseconds. */
export const JUDGED_FROM = 300_000;
/** Share of the run that is warm-up. */
const WARM_UP = 1 / 3;

/** By how much a value may grow from the end of the warm-up to the end of the load, as a share of its mean. */
export const ALLOWED_RISE = { residentBytes: 0.1, liveBytes: 0.08, openFiles: 0.2 } as const;

/** How much more than before the load may be open when everybody has left: connections to subgraphs. Unit: descriptors. */
export const ALLOWED_FILES = 16;

/** All that was wrong with a run; nothing for a good one. */
export function verdictOn(run: Run): readonly Violation[] {
  const { seen, changes, length, rest } = run;
  return [...seen, ...wrongChanges(changes, length), ...rising(run), ...left(run, rest), ...unmet(run)];
}

const WORDS: Readonly<Record<keyof typeof ALLOWED_RISE, string>> = {
  residentBytes: 'the memory of the process',
  liveBytes: 'the memory in use',
  openFiles: 'the number of open files and sockets',
};

function rising({ length, samples }: Run): readonly Violation[] {
  if (length < JUDGED_FROM) return [];
  const warm = samples.filter(({ at }) => at >= length * WARM_UP);
  const kinds = Object.keys(ALLOWED_RISE) as (keyof typeof ALLOWED_RISE)[];
  return kinds.flatMap((kind) => {
    const points: readonly Point[] = warm.map((sample) => ({ at: sample.at, value: sample[kind] }));
    const { mean, rise } = trendOf(points);
    if (rise <= mean * ALLOWED_RISE[kind]) return [];
    return { at: length, what: `${WORDS[kind]} rises by ${percent(rise / mean)} after the warm-up` };
  });
}

function left({ samples: [first], length }: Run, { sample, streams }: Rest): readonly Violation[] {
  const extra = sample.openFiles - (first?.openFiles ?? 0);
  return [
    ...(extra > ALLOWED_FILES ? [`${extra} more files and sockets are open after the load than before`] : []),
    ...(streams > 0 ? [`${streams} subscriptions go on at subgraphs though all clients have left`] : []),
  ].map((what) => ({ at: length, what }));
}

function unmet({ length, met }: Run): readonly Violation[] {
  if (length < JUDGED_FROM) return [];
  const missing = OCCURRENCES.filter((each) => !met.get(each));
  return missing.map((each) => ({ at: length, what: `there was never ${each}` }));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
