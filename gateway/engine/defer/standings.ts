import type { TypeRelations } from '../execute/type-relations.js';
import { stepsIn, type FetchStep, type Plan } from '../plan/plan.js';
import { filledBy, neededFor, type Coordinates } from './coordinates.js';

/** A fetch, what it has to do with others, and those that come before it. */
export interface Standing {
  readonly step: FetchStep;
  readonly filled: Coordinates;
  readonly needed: Coordinates;
  /** Whether keys are changed on the way, so that it cannot be told what it fills or needs. */
  readonly isOpaque: boolean;
  readonly before: readonly FetchStep[];
}

/** The fetches of a plan, each after those that come before it. */
export function standingsIn(
  plan: Plan,
  relations: TypeRelations,
  before: readonly FetchStep[] = [],
): readonly Standing[] {
  if (plan.kind === 'fetch') return [standingOf(plan, relations, before)];
  if (plan.kind === 'parallel') return plan.steps.flatMap((each) => standingsIn(each, relations, before));
  let all = before;
  return plan.steps.flatMap((each) => {
    const found = standingsIn(each, relations, all);
    all = [...all, ...stepsIn(each)];
    return found;
  });
}

function standingOf(step: FetchStep, relations: TypeRelations, before: readonly FetchStep[]): Standing {
  const { inputRewrites, outputRewrites, contextRewrites, wanted } = step;
  const isOpaque =
    wanted !== undefined || [inputRewrites, outputRewrites, contextRewrites].some(({ length }) => length > 0);
  return { step, filled: filledBy(step, relations), needed: neededFor(step), isOpaque, before };
}
