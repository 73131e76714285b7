import { Shape, type ShapeParts } from '../complete/shape.js';
import { preparePlan, type RunPlan } from '../execute/run.js';
import type { TypeRelations } from '../execute/type-relations.js';
import type { Operation } from '../operation.js';
import { planRequestFor, type PlanRequest } from './plan-request.js';
import type { Planner } from './plan.js';
import { unplannable, UnplannableError } from './unplannable.js';
import { LRUCache } from 'lru-cache';
import type { GraphQLSchema } from 'graphql';

/** Plans that are kept. Unit: plans. */
const MAX_PLANS = 2_000;
/** Text of the operations of all plans that are kept. Unit: characters. */
const MAX_TEXT = 4_000_000;

/** An operation that is ready to be run as often as it is asked. */
export interface Prepared {
  /** Nothing where no agency has to be asked. */
  readonly run: RunPlan | null;
  readonly shape: Shape;
  /** The values of the plan's variables, as JSON. */
  valuesFor(variables: Readonly<Record<string, unknown>>): ReadonlyMap<string, string>;
}

/** What operations are prepared with. */
export interface PrepareParts {
  readonly planner: Planner;
  readonly schema: GraphQLSchema;
  readonly relations: TypeRelations;
}

/**
 * Prepares operations: the plan is made once for all operations that differ in names and values alone.
 *
 * @param overrides labels of progressive `@override` that hold
 * @throws HubError UNPLANNABLE, from the returned function.
 */
export type Prepare = (operation: Operation, overrides: ReadonlySet<string>) => Prepared;

/** Makes the function that prepares operations for one supergraph. */
export function preparing({ planner, schema, relations }: PrepareParts): Prepare {
  const kept = new LRUCache<string, RunPlan | Unplannable>({
    max: MAX_PLANS,
    maxSize: MAX_TEXT,
    sizeCalculation: (_, text) => text.length + 1,
  });
  const runFor = ({ document, text }: PlanRequest, overrides: ReadonlySet<string>): RunPlan | null => {
    if (!document) return null;
    const key = [...overrides, text].join('\n');
    const known = kept.get(key) ?? attempt(() => preparePlan(planner.plan(document, overrides), relations));
    kept.set(key, known);
    if (typeof known === 'function') return known;
    throw unplannable(known.reason);
  };
  return (operation, overrides) => {
    const request = planRequestFor(operation);
    const parts: ShapeParts = { schema, relations, fetchKeyOf: (field) => request.fetchKeyOf(field) };
    return {
      run: runFor(request, overrides),
      shape: new Shape(operation.type, [operation.selection], parts),
      valuesFor: valuesFor(request),
    };
  };
}

/** Why an operation has no plan: to find that out again may take the planner long. */
interface Unplannable {
  readonly reason: string;
}

function attempt(make: () => RunPlan): RunPlan | Unplannable {
  try {
    return make();
  } catch (error) {
    if (error instanceof UnplannableError) return { reason: error.reason };
    throw error;
  }
}

function valuesFor({ literals, variables }: PlanRequest): Prepared['valuesFor'] {
  const fixed = literals.map(({ variable, value }) => [variable, JSON.stringify(value)] as const);
  const always = new Map(fixed);
  if (variables.size === 0) return () => always;
  return (given) => {
    const values = new Map(fixed);
    for (const [name, client] of variables) {
      const json = Object.hasOwn(given, client) ? JSON.stringify(given[client]) : undefined;
      if (json !== undefined) values.set(name, json);
    }
    return values;
  };
}
