import type { Waiters } from './waiters.js';
import type { DocumentNode } from 'graphql';

/** How an operation is answered: fetches from subgraphs, one after another or at the same time. */
export type Plan = FetchStep | StepGroup;

/** Steps that belong together. */
export interface StepGroup {
  readonly kind: 'sequence' | 'parallel';
  readonly steps: readonly Plan[];
}

/** Steps at the same time; one alone is itself. */
export function parallel(steps: readonly Plan[]): Plan {
  const [only, ...others] = steps;
  return only && others.length === 0 ? only : { kind: 'parallel', steps };
}

/** The plan with each of its fetches changed. */
export function changed(plan: Plan, change: (step: FetchStep) => Plan): Plan {
  if (plan.kind === 'fetch') return change(plan);
  return { ...plan, steps: plan.steps.map((each) => changed(each, change)) };
}

/** The fetches of a plan. */
export function stepsIn(plan: Plan): readonly FetchStep[] {
  return plan.kind === 'fetch' ? [plan] : plan.steps.flatMap(stepsIn);
}

/** One step along the keys of the answer so far; `@` stands for every element of a list. */
export const EVERY_ELEMENT = '@';

/** One fetch from one subgraph. */
export interface FetchStep {
  readonly kind: 'fetch';
  readonly subgraph: string;
  readonly document: DocumentNode;
  readonly operation: 'query' | 'mutation' | 'subscription';
  /** Variables of the request that the document uses. */
  readonly variables: readonly string[];
  /** Where the objects stand that the fetch completes; nothing for the whole answer. */
  readonly path: readonly string[];
  /** What the subgraph is told of each of these objects; nothing for a fetch of root fields. */
  readonly requires?: readonly Required[];
  /** Changes to what the subgraph is told. */
  readonly inputRewrites: readonly Rewrite[];
  /** Changes to what the subgraph answers. */
  readonly outputRewrites: readonly Rewrite[];
  /** Variables whose values come from the answer so far. */
  readonly contextRewrites: readonly Rename[];
  /** Which objects it completes, if not all at the path. */
  readonly wanted?: Wanted;
  /** Where its subgraph can be asked anew; told only where the operation defers something. */
  readonly entries?: readonly Entry[];
}

/** Objects in what a fetch asks for, of which its subgraph can be asked anew by a key. */
export interface Entry {
  /** Where they stand, from the top of the answer. */
  readonly path: readonly string[];
  /** The condition under which the fetch asks for fields of them; empty where there is none. */
  readonly condition: string;
  /** The type by which they are asked for. */
  readonly type: string;
  /** Names of the fields of the key. */
  readonly key: readonly string[];
  /** Keys of the fields that the subgraph answers when it knows no more than the key. */
  readonly fields: readonly string[];
}

/** The objects of which an operation asks for any of some keys. */
export interface Wanted {
  readonly operation: DocumentNode;
  readonly keys: readonly string[];
}

/** A part of what a subgraph is told of an object. */
export type Required = RequiredKey | RequiredFragment;

/** A key of the object. */
export interface RequiredKey {
  readonly kind: 'key';
  /** In the answer so far. */
  readonly key: string;
  /** As the subgraph knows it. */
  readonly name: string;
  readonly parts?: readonly Required[];
}

/** What is told only of objects of a type. */
export interface RequiredFragment {
  readonly kind: 'fragment';
  readonly type?: string;
  readonly parts: readonly Required[];
}

/** A change to data at a path, in which `... on T` goes on only for objects of type T. */
export type Rewrite = Rename | Replacement;

/** Gives a key another name. */
export interface Rename {
  readonly kind: 'rename';
  readonly path: readonly string[];
  readonly to: string;
}

/** Gives a key another value. */
export interface Replacement {
  readonly kind: 'replace';
  readonly path: readonly string[];
  readonly value: unknown;
}

/** What makes plans. */
export interface Planner {
  /**
   * The plan for a valid operation that asks at least one agency for something; at once, or later.
   *
   * @param overrides labels of progressive `@override` that hold for this request
   * @param waiters who wait for it: a plan that is made later is made for as long as any of them is there
   * @throws HubError when the operation cannot be planned; as an exception or as a rejection.
   */
  plan(document: DocumentNode, overrides: ReadonlySet<string>, waiters: Waiters): Plan | Promise<Plan>;
  /** The labels of progressive `@override` that the graph knows. */
  readonly overrideLabels: readonly string[];
}
