import { stepsIn, type FetchStep, type Plan } from '../plan/plan.js';
import { EntityFetch } from './entity-fetch.js';
import { PreparedFetch } from './fetch.js';
import { runRootFetch } from './root-fetch.js';
import type { Scope } from './scope.js';
import type { TypeRelations } from './type-relations.js';
import { print, stripIgnoredCharacters } from 'graphql';

/** Runs a plan once. It never throws for what a subgraph does. */
export type RunPlan = (scope: Scope) => Promise<void>;

/** Makes a plan ready to be run many times. */
export function preparePlan(plan: Plan, relations: TypeRelations): RunPlan {
  const steps = stepsIn(plan);
  const mayShare = steps.every(({ contextRewrites }) => contextRewrites.length === 0);
  const queries = new Map<FetchStep, string>();
  for (const step of steps) queries.set(step, stripIgnoredCharacters(print(step.document)));
  const isTwice = repeatedIn(queries);
  const runs = new Map<FetchStep, RunPlan>();
  const run = arranged(plan, (step) => {
    const query = queries.get(step);
    if (query === undefined) throw new Error('A plan is arranged of its own steps.');
    const isRepeated = mayShare && isTwice(step, query);
    const made = preparedFetch(new PreparedFetch(step, relations, { query, mayShare, isRepeated }));
    runs.set(step, made);
    return made;
  });
  stepwise.set(run, { plan, runs });
  return run;
}

/** Tells whether more than one step asks a subgraph the same. */
function repeatedIn(queries: ReadonlyMap<FetchStep, string>): (step: FetchStep, query: string) => boolean {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [{ subgraph }, query] of queries) {
    const name = `${subgraph} ${query}`;
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
  }
  return ({ subgraph }, query) => repeated.has(`${subgraph} ${query}`);
}

/** A plan whose steps can be run apart. */
export interface Steps {
  readonly plan: Plan;
  readonly runs: ReadonlyMap<FetchStep, RunPlan>;
}

const stepwise = new WeakMap<RunPlan, Steps>();

/** The steps of a plan that was made ready by {@link preparePlan}. */
export function stepsOf(run: RunPlan): Steps {
  const steps = stepwise.get(run);
  if (!steps) throw new Error('The plan was not made ready.');
  return steps;
}

function preparedFetch(fetch: PreparedFetch): RunPlan {
  if (!fetch.step.requires) return (scope) => runRootFetch(fetch, scope);
  const entities = new EntityFetch(fetch);
  return (scope) => entities.run(scope);
}

/** Runs a plan in the order that it has, each fetch as it is told. */
export function arranged(plan: Plan, ofFetch: (step: FetchStep) => RunPlan): RunPlan {
  if (plan.kind === 'fetch') return ofFetch(plan);
  const runs = plan.steps.map((step) => arranged(step, ofFetch));
  return plan.kind === 'parallel' ? together(runs) : inOrder(runs);
}

function together(runs: readonly RunPlan[]): RunPlan {
  return async (scope) => {
    await Promise.all(runs.map((run) => run(scope)));
  };
}

function inOrder(runs: readonly RunPlan[]): RunPlan {
  return async (scope) => {
    for (const run of runs) await run(scope);
  };
}
