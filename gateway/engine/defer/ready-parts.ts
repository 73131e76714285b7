import type { Shape } from '../complete/shape.js';
import { preparePlan, stepsOf, type RunPlan } from '../execute/run.js';
import type { TypeRelations } from '../execute/type-relations.js';
import { changed, stepsIn, type FetchStep, type Plan } from '../plan/plan.js';
import type { Prepared } from '../plan/prepare.js';
import { coordinatesOf, type Coordinates } from './coordinates.js';
import { dividedPlan } from './divided-plan.js';
import type { DeferredPart, Part, Parts } from './parts.js';
import { standingsIn } from './standings.js';
import { StepsFor } from './steps-for.js';
import { FIRST, Wanting, type Wanter } from './wanting.js';

/** A part of an operation that is ready to be answered. */
export interface ReadyPart<Of extends Part = Part> {
  readonly part: Of;
  readonly shape: Shape;
  /** The fetches that it takes, in their order; nothing where there are none. */
  readonly plan: Plan | null;
}

/** An operation whose parts are ready to be answered as often as they are asked. */
export interface ReadyParts {
  /** Of all parts together. */
  readonly whole: Shape;
  readonly first: ReadyPart;
  /** Each after the one that it is a part of. */
  readonly deferred: readonly ReadyPart<DeferredPart>[];
  readonly runs: ReadonlyMap<FetchStep, RunPlan>;
}

/** What parts are made ready with. */
export interface ReadyOptions {
  readonly relations: TypeRelations;
  /** Fetches that one operation may take. Unit: fetches. */
  readonly maxFetches: number;
}

/** Makes the parts of an operation ready to be answered. */
export function readyParts(parts: Parts, prepared: PreparedRun, options: ReadyOptions): ReadyParts {
  const { first, deferred } = parts;
  const places = new Map<Wanter, Coordinates>();
  const placesOf = (part: Part): Coordinates => coordinatesOf(part, (field) => prepared.fetchKeyOf(field));
  places.set(FIRST, placesOf(first));
  for (const each of deferred) places.set(each.deferral, placesOf(each));
  const { relations } = options;
  const divided = withOwnPaths(dividedFor(places, stepsOf(prepared.run).plan, options));
  const { plan, runs } = stepsOf(preparePlan(divided, relations));
  const steps = new StepsFor(plan, relations);
  const ready = <Of extends Part>(part: Of, wanter: Wanter): ReadyPart<Of> => ({
    part,
    shape: prepared.shapeOf(part.operation, part.originals),
    plan: steps.only(steps.filling(places.get(wanter) ?? new Set())),
  });
  return {
    whole: prepared.shape,
    first: ready(first, FIRST),
    deferred: deferred.map((each) => ready(each, each.deferral)),
    runs,
  };
}

/** An operation that needs an agency. */
export type PreparedRun = Prepared & { readonly run: RunPlan };

/** The plan stays as it is where it cannot be told who wants what, or would have too many fetches. */
function dividedFor(
  places: ReadonlyMap<Wanter, Coordinates>,
  plan: Plan,
  { relations, maxFetches }: ReadyOptions,
): Plan {
  const standings = standingsIn(plan, relations);
  if (standings.some(({ isOpaque }) => isOpaque)) return plan;
  const divided = dividedPlan(plan, new Wanting(places, standings));
  const count = stepsIn(divided).length;
  return count > standings.length && count <= maxFetches ? divided : plan;
}

/** By the path of its fetch it is told which fetch an error is of. */
function withOwnPaths(plan: Plan): Plan {
  return changed(plan, (step) => ({ ...step, path: [...step.path] }));
}
