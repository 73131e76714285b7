import type { Sample } from '../measure.js';
import { median } from './medians.js';

/** What is to be reached, as a ratio of two gateways. */
export interface Goal {
  readonly work: string;
  readonly measure: 'throughput' | 'p99' | 'residentBytes';
  readonly ours: string;
  readonly peer: string;
  /** Ours divided by the peer's is to be at least this … */
  readonly least?: number;
  /** … or at most this. */
  readonly most?: number;
}

/** A goal, and how far it is reached. */
export interface Verdict extends Goal {
  /** The median of the ratios of the rounds: what else the machine does weighs on both gateways of a round. */
  readonly ratio: number;
  /** The ratio of throughputs by the time of their cores: steadier where the machine has other work to do. */
  readonly ratioByWork: number;
  readonly isReached: boolean;
}

/** Every client's request makes fetches of its own. */
const UNSHARED = { ours: 'ours-unshared', peers: ['stock', 'hive-rust-unshared', 'mercurius'] };

/** Requests in flight share their equal fetches. */
const FETCHES = { ours: 'ours', peers: ['hive', 'hive-rust'] };

/** Equal requests in flight are one. */
const SHARED = { ours: 'ours-shared', peers: ['hive-best'] };

/** Ratios of throughput. */
const FASTER: readonly Goal[] = (
  [
    ['benchmark', 'ours', 'stock', 15],
    ['benchmark', 'ours-unshared', 'hive-rust-unshared', 5],
    ['benchmark', 'ours', 'hive-rust', 5],
    ['benchmark', 'ours-unshared', 'floor-json', 1.2],
    ['benchmark', 'ours-unshared', 'floor-calls', 0.6],
    ['benchmark', 'ours-shared', 'hive-best', 1.2],
    ['small', 'ours', 'stock', 9],
    ['distinct', 'ours', 'stock', 12],
    ['alone', 'ours', 'stock', 10],
    ['benchmark', 'ours-watched', 'ours', 0.95],
    ['small', 'ours-watched', 'ours', 0.95],
    ['benchmark', 'ours-unshared', 'engine', 0.9],
    ['small', 'ours-unshared', 'engine', 0.9],
    ['distinct', 'ours-unshared', 'engine', 0.9],
  ] as const
).map(([work, ours, peer, least]) => ({ work, measure: 'throughput', ours, peer, least }));

/** Compared with the gateways that share as much as ours does. */
const STEADIER: readonly Goal[] = ['benchmark', 'small', 'distinct', 'alone'].flatMap((work) =>
  [UNSHARED, FETCHES, SHARED].flatMap(({ ours, peers }) =>
    peers.map((peer) => ({ work, measure: 'p99', ours, peer, most: 1 }) as const),
  ),
);

/** What ours is to reach beside the others; the works' other goals are absolute. */
export const GOALS: readonly Goal[] = [
  ...FASTER,
  ...STEADIER,
  { work: 'benchmark', measure: 'residentBytes', ours: 'ours', peer: 'stock', most: 1 },
];

/** How long ours may take to its first answer. Unit: milliseconds. */
export const START_GOAL = 1_000;

/** How long ours may pause to take over a supergraph. Unit: milliseconds. */
export const PAUSE_GOAL = 50;

/** How far each goal is reached whose two gateways were measured. */
export function verdictsOn(samples: readonly Sample[]): readonly Verdict[] {
  const by = Map.groupBy(samples, ({ work, gateway }) => `${work} ${gateway}`);
  return GOALS.flatMap((goal) => {
    const [ours, peer] = [goal.ours, goal.peer].map((name) => by.get(`${goal.work} ${name}`));
    return ours && peer ? [verdict(goal, ours, peer)] : [];
  });
}

const MEASURES: Readonly<Record<Goal['measure'], (sample: Sample) => number>> = {
  throughput: ({ answered, seconds }) => answered / seconds,
  p99: ({ p99 }) => p99,
  residentBytes: ({ residentBytes }) => residentBytes,
};

function verdict(goal: Goal, ours: readonly Sample[], peer: readonly Sample[]): Verdict {
  const { least = 0, most = Infinity } = goal;
  const measured = MEASURES[goal.measure];
  const ratio = median(ours.map((each, round) => measured(each) / measuredAt(peer, round, measured)));
  const ratioByWork = median(ours.map((each, round) => measuredAt(peer, round, workOf) / workOf(each)));
  return { ...goal, ratio, ratioByWork, isReached: ratio >= least && ratio <= most };
}

const workOf = ({ gatewayWork }: Sample): number => gatewayWork;

function measuredAt(samples: readonly Sample[], round: number, measure: (sample: Sample) => number): number {
  const sample = samples[round];
  return sample ? measure(sample) : Number.NaN;
}
