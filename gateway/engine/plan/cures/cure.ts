import { typeRelations } from '../../execute/type-relations.js';
import type { Divided } from './chain-graphs.js';
import { Composites } from './composites.js';
import { narrowing } from './narrowed.js';
import { changed, type FetchStep, type Plan } from '../plan.js';
import { rejoined } from './rejoined.js';
import type { RequiredFields } from './required-arguments.js';
import { keepingKeyed } from './required-keys.js';
import { splittingBySome } from './required-of-some.js';
import { splitByRequired } from './required-variants.js';
import { assertingTold } from './told.js';
import type { DocumentNode } from 'graphql';

/** What the planner was given in place of a supergraph. */
export interface Given {
  readonly supergraph: DocumentNode;
  /** The supergraph with fields that stand for others. */
  readonly document: DocumentNode;
  readonly required: RequiredFields;
  readonly divided: Divided;
}

/**
 * Makes the function that cures the plans for one supergraph: see {@link rejoined}, {@link splittingBySome},
 * {@link keepingKeyed}, {@link splitByRequired} and {@link narrowing}; and {@link assertingTold} refuses what is not
 * cured.
 */
export function curing({
  supergraph,
  document,
  required,
  divided,
}: Given): (plan: Plan, operation: DocumentNode) => Plan {
  const relations = typeRelations(supergraph);
  const keepKeyed = keepingKeyed(document, relations);
  const splitBySome = splittingBySome(document, relations);
  const narrow = narrowing(new Composites(document), relations);
  const assertTold = assertingTold(supergraph);
  const named = (step: FetchStep) => ({ ...step, subgraph: divided.nameOf(step.subgraph) });
  const split = (step: FetchStep) =>
    changed(splitBySome(step), (each) => splitByRequired(keepKeyed(each), required));
  return (plan, operation) => {
    const whole = divided.isDivided ? rejoined(changed(plan, named)) : plan;
    const told = changed(whole, split);
    assertTold(told);
    return narrow(told, operation);
  };
}
