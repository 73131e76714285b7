import type { Sample } from '../measure.js';

/** The medians of one gateway at one work. */
export interface Medians {
  readonly gateway: string;
  readonly work: string;
  /** Unit: requests a second. */
  readonly throughput: number;
  /** Unit: milliseconds. */
  readonly p50: number;
  /** Unit: milliseconds. */
  readonly p99: number;
  /** Unit: calls to subgraphs a request. */
  readonly calls: number;
  /** Unit: bytes. */
  readonly residentBytes: number;
  /** Unit: milliseconds of its core a request. */
  readonly gatewayWork: number;
  /** Unit: milliseconds of their core a request. */
  readonly loadWork: number;
  /** Over all rounds. Unit: requests. */
  readonly failed: number;
  readonly firstFailure?: string;
  readonly rounds: number;
}

/** The medians of each gateway at each work, in the order in which they first occur. */
export function mediansOf(samples: readonly Sample[]): readonly Medians[] {
  return [...Map.groupBy(samples, ({ work, gateway }) => `${work} ${gateway}`).values()].map(mediansOfOne);
}

function mediansOfOne(samples: readonly Sample[]): Medians {
  const of = (measure: (sample: Sample) => number): number => median(samples.map(measure));
  return {
    gateway: samples[0]?.gateway ?? '',
    work: samples[0]?.work ?? '',
    throughput: of(({ answered, seconds }) => answered / seconds),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    calls: of(({ calls }) => calls),
    residentBytes: of((sample) => sample.residentBytes),
    gatewayWork: of((sample) => sample.gatewayWork),
    loadWork: of((sample) => sample.loadWork),
    failed: samples.reduce((sum, { failed }) => sum + failed, 0),
    firstFailure: samples.find(({ firstFailure }) => firstFailure)?.firstFailure,
    rounds: samples.length,
  };
}

/** The middle one, or between the two middle ones; not a number of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
