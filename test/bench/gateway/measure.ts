import { FIRST_OF_LOAD } from './check.js';
import type { LoadJob, LoadResult } from './load/job.js';
import type { Load } from './processes/load.js';
import type { Subgraphs } from './processes/subgraphs.js';
import { cpuSeconds, residentBytes } from './processes/usage.js';
import type { Gateway } from './targets/gateway.js';
import type { Work } from './work/work.js';
import { setTimeout as delay } from 'node:timers/promises';

/** One gateway, measured once at one work. */
export interface Sample extends LoadResult {
  readonly gateway: string;
  readonly work: string;
  /** Calls to subgraphs for a request. */
  readonly calls: number;
  /** Memory held at the end of the round. Unit: bytes. */
  readonly residentBytes: number;
  /** Time of its core that the gateway used for a request. Unit: milliseconds. */
  readonly gatewayWork: number;
  /** The same of load and subgraphs together; above the gateway's they, not the gateway, were measured. Unit: milliseconds. */
  readonly loadWork: number;
}

/** What measures, and how long. */
export interface Bench {
  readonly load: Load;
  readonly subgraphs: Subgraphs;
  readonly rounds: number;
  /** Length of a round. Unit: seconds. */
  readonly seconds: number;
  /** Length of the warm-up of each gateway at each work. Unit: seconds. */
  readonly warmUp: number;
}

/** Requests that no round reaches, so that each has numbers of its own. Unit: requests. */
const NUMBERS_OF_A_ROUND = 1_000_000;

/** Rest in which a gateway that was measured cleans up. Unit: milliseconds. */
const REST = 150;

/** Measures all gateways in turn, round after round, each round beginning with another one. */
export async function measure(
  bench: Bench,
  work: Work,
  gateways: readonly Gateway[],
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (let round = 0; round <= bench.rounds; round += 1) {
    const isWarmUp = round === 0;
    const from = FIRST_OF_LOAD + round * NUMBERS_OF_A_ROUND;
    const first = round % gateways.length;
    for (const gateway of [...gateways.slice(first), ...gateways.slice(0, first)]) {
      const seconds = isWarmUp ? bench.warmUp : bench.seconds;
      const sample = await sampled(bench, gateway, {
        work: work.name,
        connections: work.connections,
        from,
        seconds,
      });
      if (!isWarmUp) samples.push(sample);
      await delay(REST);
    }
  }
  return samples;
}

type Round = Omit<LoadJob, 'url' | 'headers'>;

async function sampled({ load, subgraphs }: Bench, gateway: Gateway, round: Round): Promise<Sample> {
  const { url, headers, target, process } = gateway;
  const used = (): readonly [number, number] => [
    cpuSeconds(process.pid),
    cpuSeconds(load.process.pid) + cpuSeconds(subgraphs.process.pid),
  ];
  const before = used();
  const callsBefore = await subgraphs.callsSoFar();
  const result = await load.run({ url, headers, ...round });
  const after = used();
  return {
    ...result,
    gateway: target.name,
    work: round.work,
    calls: ((await subgraphs.callsSoFar()) - callsBefore) / result.completed,
    residentBytes: residentBytes(process.pid),
    gatewayWork: ((after[0] - before[0]) * MILLISECONDS) / result.completed,
    loadWork: ((after[1] - before[1]) * MILLISECONDS) / result.completed,
  };
}

/** Unit: milliseconds in a second. */
const MILLISECONDS = 1_000;
