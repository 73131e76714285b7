import { Shape, type ShapeParts } from '../complete/shape.js';
import type { RunPlan } from '../execute/run.js';
import type { TypeRelations } from '../execute/type-relations.js';
import type { Operation, SelectedField } from '../operation.js';
import { KnownPlans } from './known-plans.js';
import { planRequestFor, type PlanRequest } from './plan-request.js';
import type { Planner } from './plan.js';
import type { Waiters } from './waiters.js';
import type { GraphQLSchema } from 'graphql';

/** An operation that is ready to be run as often as it is asked. */
export interface Prepared {
  /** Nothing where no agency has to be asked. */
  readonly run: RunPlan | null;
  readonly shape: Shape;
  /**
   * The shape of a narrower view of the operation.
   *
   * @param originals the fields of the operation by those of the view
   */
  shapeOf(view: Operation, originals: ReadonlyMap<SelectedField, SelectedField>): Shape;
  /** The key under which a field of the operation is fetched. */
  fetchKeyOf(field: SelectedField): string;
  /** The values of the plan's variables, as JSON. */
  valuesFor(variables: Readonly<Record<string, unknown>>): ReadonlyMap<string, string>;
}

/** What operations are prepared with. */
export interface PrepareParts {
  readonly planner: Planner;
  readonly schema: GraphQLSchema;
  readonly relations: TypeRelations;
  /** Fetches that one operation may take; as many as it needs where nothing is said. Unit: fetches. */
  readonly maxFetches?: number;
}

/**
 * Prepares operations: the plan is made once for all operations that differ in names and values alone. At once when
 * the plan is known.
 *
 * @param overrides labels of progressive `@override` that hold
 * @param waiters who wait for it
 * @throws HubError UNPLANNABLE, PLAN_TIMEOUT, PLANNER_BUSY or QUERY_TOO_COMPLEX, from the returned function; as an
 * exception or as a rejection.
 */
export type Prepare = (
  operation: Operation,
  overrides: ReadonlySet<string>,
  waiters: Waiters,
) => Prepared | Promise<Prepared>;

/** Makes the function that prepares operations for one supergraph. */
export function preparing({ planner, schema, relations, maxFetches }: PrepareParts): Prepare {
  const plans = new KnownPlans(planner, relations, maxFetches);
  return (operation, overrides, waiters) => {
    const request = planRequestFor(operation);
    const { document, text } = request;
    const parts: ShapeParts = { schema, relations, fetchKeyOf: (field) => request.fetchKeyOf(field) };
    const prepared = (run: RunPlan | null): Prepared => ({
      run,
      shape: new Shape(operation.type, [operation.selection], parts),
      shapeOf: (view, originals) =>
        new Shape(view.type, [view.selection], {
          ...parts,
          fetchKeyOf: (field) => request.fetchKeyOf(originals.get(field) ?? field),
        }),
      fetchKeyOf: (field) => request.fetchKeyOf(field),
      valuesFor: valuesFor(request),
    });
    const run = document && plans.get({ document, text, overrides, waiters });
    return run instanceof Promise ? run.then(prepared) : prepared(run);
  };
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
