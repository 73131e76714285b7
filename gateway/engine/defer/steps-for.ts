import type { TypeRelations } from '../execute/type-relations.js';
import type { FetchStep, Plan } from '../plan/plan.js';
import type { Coordinates } from './coordinates.js';
import { standingsIn, type Standing } from './standings.js';

/** Finds, for parts of an operation, which fetches of its plan they take. */
export class StepsFor {
  private readonly standings: ReadonlyMap<FetchStep, Standing>;

  constructor(
    private readonly plan: Plan,
    relations: TypeRelations,
  ) {
    this.standings = new Map(standingsIn(plan, relations).map((each) => [each.step, each]));
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

function meets(some: Coordinates, others: Coordinates): boolean {
  for (const each of some) if (others.has(each)) return true;
  return false;
}

function prunedTo(steps: ReadonlySet<FetchStep>, plan: Plan): Plan | null {
  if (plan.kind === 'fetch') return steps.has(plan) ? plan : null;
  const left = plan.steps.flatMap((each) => prunedTo(steps, each) ?? []);
  return left.length > 0 ? { ...plan, steps: left } : null;
}
