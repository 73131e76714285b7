import { stepsIn, type FetchStep, type Plan } from '../plan/plan.js';
import { filledBy, neededFor, type Coordinates } from './coordinates.js';

/** A fetch, what it has to do with others, and those that come before it. */
interface Standing {
  readonly step: FetchStep;
  readonly filled: Coordinates;
  readonly needed: Coordinates;
  /** Whether keys are changed on the way, so that it cannot be told what it fills or needs. */
  readonly isOpaque: boolean;
  readonly before: readonly FetchStep[];
}

/** Finds, for parts of an operation, which fetches of its plan they take. */
export class StepsFor {
  private readonly standings: ReadonlyMap<FetchStep, Standing>;

  constructor(private readonly plan: Plan) {
    this.standings = new Map(standingsIn(plan, []).map((each) => [each.step, each]));
  }

  /** The fetches that fill any of some places, and all that those depend on. */
  filling(coordinates: Coordinates): ReadonlySet<FetchStep> {
    const found = new Set<FetchStep>();
    for (const { step, filled, isOpaque } of this.standings.values())
      if (isOpaque || meets(filled, coordinates)) found.add(step);
    for (const step of found) for (const each of this.dependenciesOf(step)) found.add(each);
    return found;
  }

  /** The plan with these fetches alone; nothing where there are none. */
  only(steps: ReadonlySet<FetchStep>): Plan | null {
    return prunedTo(steps, this.plan);
  }

  private dependenciesOf(step: FetchStep): readonly FetchStep[] {
    const standing = this.standings.get(step);
    return standing?.before.filter((each) => this.isNeeded(each, standing)) ?? [];
  }

  private isNeeded(step: FetchStep, { needed, isOpaque }: Standing): boolean {
    const earlier = this.standings.get(step);
    return isOpaque || !earlier || earlier.isOpaque || meets(earlier.filled, needed);
  }
}

function standingsIn(plan: Plan, before: readonly FetchStep[]): readonly Standing[] {
  if (plan.kind === 'fetch') return [standingOf(plan, before)];
  if (plan.kind === 'parallel') return plan.steps.flatMap((each) => standingsIn(each, before));
  let all = before;
  return plan.steps.flatMap((each) => {
    const found = standingsIn(each, all);
    all = [...all, ...stepsIn(each)];
    return found;
  });
}

function standingOf(step: FetchStep, before: readonly FetchStep[]): Standing {
  const { inputRewrites, outputRewrites, contextRewrites, wanted } = step;
  const isOpaque =
    wanted !== undefined || [inputRewrites, outputRewrites, contextRewrites].some(({ length }) => length > 0);
  return { step, filled: filledBy(step), needed: neededFor(step), isOpaque, before };
}

function meets(some: Coordinates, others: Coordinates): boolean {
  for (const each of some) if (others.has(each)) return true;
  return false;
}

function prunedTo(steps: ReadonlySet<FetchStep>, plan: Plan): Plan | null {
  if (plan.kind === 'fetch') return steps.has(plan) ? plan : null;
  const left = plan.steps.flatMap((each) => prunedTo(steps, each) ?? []);
  return left.length > 0 ? { ...plan, steps: left } : null;
}
