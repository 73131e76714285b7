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
  const texts = new Map(steps.map((step) => [step, stripIgnoredCharacters(print(step.document))]));
  const counts = new Map<string, number>();
  const countOf = ({ subgraph }: FetchStep, text: string): number => counts.get(`${subgraph} ${text}`) ?? 0;
  for (const [step, text] of texts) counts.set(`${step.subgraph} ${text}`, countOf(step, text) + 1);
  const runs = new Map<FetchStep, RunPlan>();
  const run = arranged(plan, (step) => {
    const query = texts.get(step) ?? '';
    const isRepeated = mayShare && countOf(step, query) > 1;
    const made = preparedFetch(new PreparedFetch(step, relations, { query, mayShare, isRepeated }));
    runs.set(step, made);
    return made;
  });
  stepwise.set(run, { plan, runs });
  return run;
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
