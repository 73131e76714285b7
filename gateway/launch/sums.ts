import type { Figure } from './baseline.js';

/** A stretch of the watch that is judged as a whole. */
export interface Slice {
  readonly began: number;
  runs: number;
  failures: number;
  /** Failures that the baseline lets expect of the same operations. */
  expected: number;
  /** Runs of operations whose times are known from before. */
  rated: number;
  /** Of these, those that took twice as long as 99 in 100 did before. */
  slow: number;
  /** Of these, those that took twice as long as one in two did before. */
  slower: number;
}

/** What is summed up of slices. */
export type Sums = Omit<Slice, 'began'>;

/** How many times as long operations may take. Source: docs/decisions/0012-launch.md. */
const MAX_FACTOR = 2;
/** What is more by so little is noise of the machine, whatever the factor. Unit: milliseconds. */
const NOISE_MS = { p99: 20, p50: 10 };
/** Runs of an operation before its own figures count. Unit: runs. */
const KNOWN_RUNS = 20;
/** Runs before its tail is known. Unit: runs. */
const RATED_RUNS = 50;

/** A run, and what is known of its operation. */
export interface Run {
  readonly before: Figure | undefined;
  /** Share of failures that is expected. */
  readonly share: number;
  readonly ms: number;
  readonly isFailure: boolean;
}

/** Adds a run to a slice. */
export function count(slice: Slice, { before, share: expected, ms, isFailure }: Run): void {
  slice.runs += 1;
  slice.expected += expected;
  if (isFailure) slice.failures += 1;
  if (!before || before.runs < RATED_RUNS) return;
  slice.rated += 1;
  if (ms > limitOf(before.p99, NOISE_MS.p99)) slice.slow += 1;
  if (ms > limitOf(before.p50, NOISE_MS.p50)) slice.slower += 1;
}

function limitOf(before: number, noise: number): number {
  return Math.max(before * MAX_FACTOR, before + noise);
}

/** The share of failures that is expected of an operation: one that is hardly known fails as often as all do. */
export function shareOf(before: Figure | undefined, total: Figure): number {
  const known = before && before.runs >= KNOWN_RUNS ? before : total;
  return share(known.failures, known.runs);
}

/** An empty slice. @param began Unit: milliseconds. */
export function sliceFrom(began: number): Slice {
  return { began, runs: 0, failures: 0, expected: 0, rated: 0, slow: 0, slower: 0 };
}

/** All of them together. */
export function sumOf(all: readonly Sums[]): Sums {
  const sum: Sums = sliceFrom(0);
  for (const each of all) addTo(sum, each);
  return sum;
}

/** Adds to a sum. */
export function addTo(sum: Sums, { runs, failures, expected, rated, slow, slower }: Sums): void {
  sum.runs += runs;
  sum.failures += failures;
  sum.expected += expected;
  sum.rated += rated;
  sum.slow += slow;
  sum.slower += slower;
}

/** What share of the whole a part is; none of nothing. */
export function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
