import { parallel, type FetchStep, type Plan } from '../plan.js';
import { definitionsIn, withDocument } from '../variables.js';
import { Kind, visit, type DocumentNode, type FieldNode, type SelectionNode } from 'graphql';

/** Makes one fetch of those that ask one subgraph at the same time for different parts of the same objects. */
export function rejoined(plan: Plan): Plan {
  if (plan.kind === 'fetch') return plan;
  const steps = plan.steps.map(rejoined);
  if (plan.kind === 'sequence') return { ...plan, steps };
  const twins = Map.groupBy(steps, twinKey);
  return parallel([...twins.values()].map((same) => same.reduce(joined)));
}

/** What fetches have in common that can be one; a step that stays alone is its own. */
function twinKey(step: Plan): string | Plan {
  if (step.kind !== 'fetch' || !step.requires) return step;
  const { subgraph, path, outputRewrites, contextRewrites } = step;
  return outputRewrites.length + contextRewrites.length > 0 ? step : [subgraph, ...path].join('\n');
}

function joined(one: Plan, other: Plan): Plan {
  if (one.kind !== 'fetch' || other.kind !== 'fetch') throw new Error('Only fetches become one.');
  const selections = entitiesIn(other)?.selectionSet?.selections ?? [];
  const step: FetchStep = {
    ...one,
    requires: [...(one.requires ?? []), ...(other.requires ?? [])],
    inputRewrites: [...one.inputRewrites, ...other.inputRewrites],
  };
  return withDocument(step, asking(one, selections), definitionsIn(other.document));
}

/** The document that asks for more of the objects. */
function asking(step: FetchStep, more: readonly SelectionNode[]): DocumentNode {
  const entities = entitiesIn(step);
  return visit(step.document, {
    Field: (node): FieldNode | undefined =>
      node === entities && node.selectionSet
        ? {
            ...node,
            selectionSet: { ...node.selectionSet, selections: [...node.selectionSet.selections, ...more] },
          }
        : undefined,
  });
}

function entitiesIn({ document }: FetchStep): FieldNode | undefined {
  const [operation] = document.definitions;
  const [entities] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return entities?.kind === Kind.FIELD ? entities : undefined;
}
