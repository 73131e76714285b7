import type { Asked } from './asking.js';

/** One release that was put before the gateway. */
export interface Launched {
  readonly kind: Kind;
  /** Between these instants it was looked at. On the clock of `performance.now`. Unit: milliseconds. */
  readonly from: number;
  readonly until: number;
  /** What the gateway told of it, with the reason. */
  readonly outcome: string;
  /** Longest pause of the gateway's event loop meanwhile. Unit: milliseconds. */
  readonly pause: number;
}

/** What a release of the benchmark is. */
export type Kind = 'compatible' | 'incompatible' | 'broken' | 'unsigned';

/** What is expected of each. */
export const EXPECTED: Readonly<Record<Kind, string>> = {
  compatible: 'LAUNCHED',
  incompatible: 'LAUNCHED',
  broken: 'REFUSED DOES_NOT_LOAD',
  unsigned: 'REFUSED SIGNATURE',
};

/** What was measured. */
export interface Measured {
  readonly launches: readonly Launched[];
  readonly asked: readonly Asked[];
  /** Of the gateway: before the first launch, the most that it ever held, and after a rest without requests. Unit: bytes. */
  readonly memory: { readonly before: number; readonly most: number; readonly atRest: number };
  /** Of the supergraph. Unit: bytes. */
  readonly size: number;
}

/** The result as a page. */
export function page({ launches, asked: all, memory, size }: Measured): string {
  const during = all.filter(({ at, ms }) =>
    launches.some((each) => at + ms >= each.from && at <= each.until),
  );
  const without = all.filter((each) => !during.includes(each));
  const [calm, busy] = [timesOf(without), timesOf(during)];
  const failures = all.filter(({ failure }) => failure !== undefined);
  const ratio = percentile(busy, 0.99) / percentile(calm, 0.99);
  const pauses = launches.map(({ pause }) => pause).toSorted((one, other) => one - other);
  return [
    `A supergraph of ${Math.round(size / 1_000)} KB, ${launches.length} releases, Node ${process.versions.node}.`,
    '',
    '| releases | number | as expected | median time to the outcome, ms | longest pause of the event loop, ms |',
    '|---|---|---|---|---|',
    ...Object.keys(EXPECTED).map((kind) => rowOf(kind as Kind, launches)),
    '',
    '| requests | number | failed | p50 ms | p99 ms | slowest ms |',
    '|---|---|---|---|---|---|',
    row('while nothing was launched', calm, without),
    row('during launches', busy, during),
    '',
    `p99 during launches is ${ratio.toFixed(2)} times that of without (goal: at most 2).`,
    `Failed requests: ${failures.length} of ${all.length} (goal: 0).`,
    `Pause of the event loop: median ${at(pauses, 0.5)} ms, longest ${at(pauses, 1)} ms (goal: at most 50).`,
    `Memory of the gateway: ${megabytes(memory.before)} MB before the first launch, ${megabytes(memory.most)} MB at most, ${megabytes(memory.atRest)} MB at rest after the last.`,
    ...launches
      .filter(({ kind, outcome }) => outcome !== EXPECTED[kind])
      .slice(0, 3)
      .map(({ kind, outcome }) => `Not as expected: ${kind} ${outcome}`),
    ...failures.slice(0, 3).map(({ failure }) => `First failures: ${failure}`),
    '',
  ].join('\n');
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}

function rowOf(kind: Kind, launches: readonly Launched[]): string {
  const own = launches.filter((each) => each.kind === kind);
  const good = own.filter(({ outcome }) => outcome === EXPECTED[kind]);
  const times = own.map(({ from, until }) => until - from).toSorted((one, other) => one - other);
  const pause = Math.max(...own.map((each) => each.pause));
  return `| ${kind} | ${own.length} | ${good.length} | ${at(times, 0.5)} | ${Math.round(pause)} |`;
}

function row(name: string, times: Float64Array, asked: readonly Asked[]): string {
  const failed = asked.filter(({ failure }) => failure !== undefined).length;
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(1));
  return `| ${name} | ${asked.length} | ${failed} | ${p50} | ${p99} | ${most} |`;
}

function timesOf(asked: readonly Asked[]): Float64Array {
  return Float64Array.from(asked.map(({ ms }) => ms)).toSorted();
}

function at(sorted: readonly number[], share: number): number {
  return Math.round(percentile(Float64Array.from(sorted), share));
}

/** Nearest rank. */
function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
