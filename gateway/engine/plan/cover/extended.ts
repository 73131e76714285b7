import type { FetchStep } from '../plan.js';
import { definitionsIn, withDocument } from '../variables.js';
import { visit, type DocumentNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** What is added to selections of fetches. */
export type Added = ReadonlyMap<SelectionSetNode, readonly SelectionNode[]>;

/**
 * The fetch with what is added to it, and the variables that this takes.
 *
 * @param operation that defines the variables
 */
export function extended(step: FetchStep, added: Added, operation: DocumentNode): FetchStep {
  const document = visit(step.document, {
    SelectionSet(set) {
      const more = added.get(set);
      return more && { ...set, selections: [...set.selections, ...more] };
    },
  });
  return document === step.document ? step : withDocument(step, document, definitionsIn(operation));
}
