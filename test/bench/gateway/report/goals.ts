import type { Medians } from './medians.js';

/** What is to be reached, as a ratio of two gateways' medians. */
export interface Goal {
  readonly work: string;
  readonly ours: string;
  readonly peer: string;
  readonly measure: 'throughput' | 'p99' | 'residentBytes';
  /** Ours divided by the peer's is to be at least, or at most, this. */
  readonly least?: number;
  readonly most?: number;
}

/** A goal, and how far it is reached. */
export interface Verdict extends Goal {
  readonly ratio: number;
  /** The ratio of throughputs by the time of their cores: steadier where the machine has other work to do. */
  readonly ratioByWork: number;
  readonly isReached: boolean;
}

const atLeast = (work: string, peer: string, least: number, ours: string): Goal => ({
  work,
  ours,
  peer,
  measure: 'throughput',
  least,
});

const atMostTheirs = (measure: 'p99' | 'residentBytes', work: string, peer: string, ours: string): Goal => ({
  work,
  ours,
  peer,
  measure,
  most: 1,
});

/** Those that run every client's request for itself, and those that share requests in flight. */
const UNSHARED = ['stock', 'hive', 'hive-rust', 'mercurius'];

/** What ours is to reach beside the others. Source: issue 3, part 4. */
export function goalsFor(ours: string): readonly Goal[] {
  const shared = 'ours-shared';
  return [
    atLeast('benchmark', 'stock', 15, ours),
    atLeast('benchmark', 'hive-rust', 5, ours),
    atLeast('benchmark', 'floor-json', 1.2, ours),
    atLeast('benchmark', 'floor-calls', 0.6, ours),
    atLeast('benchmark', 'hive-best', 1.2, shared),
    atLeast('small', 'stock', 9, ours),
    atLeast('distinct', 'stock', 12, ours),
    atLeast('alone', 'stock', 10, ours),
    ...['benchmark', 'small', 'distinct', 'alone'].flatMap((work) => [
      ...UNSHARED.map((peer) => atMostTheirs('p99', work, peer, ours)),
      atMostTheirs('p99', work, 'hive-best', shared),
    ]),
    atMostTheirs('residentBytes', 'benchmark', 'stock', ours),
  ];
}

/** How far each goal is reached whose two gateways were measured. */
export function verdicts(goals: readonly Goal[], medians: readonly Medians[]): readonly Verdict[] {
  return goals.flatMap((goal) => {
    const of = (name: string): Medians | undefined =>
      medians.find(({ work, gateway }) => work === goal.work && gateway === name);
    const [ours, peer] = [of(goal.ours), of(goal.peer)];
    return ours && peer ? [verdict(goal, ours, peer)] : [];
  });
}

function verdict(goal: Goal, ours: Medians, peer: Medians): Verdict {
  const { measure, least = 0, most = Infinity } = goal;
  const ratio = ours[measure] / peer[measure];
  const ratioByWork = peer.gatewayWork / ours.gatewayWork;
  return { ...goal, ratio, ratioByWork, isReached: ratio >= least && ratio <= most };
}
