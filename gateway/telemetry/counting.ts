import type { EngineAnswer, EngineRequest } from '../engine/engine.js';
import type { Operation, Selection } from '../engine/operation.js';
import type { SupergraphFacts } from '../supergraph/facts.js';
import type { Metrics } from './metrics.js';

type Answer<Rest extends readonly unknown[]> = (
  request: EngineRequest,
  ...rest: Rest
) => Promise<EngineAnswer>;

/** Makes the function that has the engine's answers counted; where nothing is counted they stay as they are. */
export function counting(
  metrics: Metrics | undefined,
): <Rest extends readonly unknown[]>(answer: Answer<Rest>) => Answer<Rest> {
  if (!metrics) return (answer) => answer;
  return (answer) =>
    async (request, ...rest) => {
      const began = performance.now();
      const answered = await answer(request, ...rest);
      const { name, operation: kind } = request.operation.definition;
      const isGood = answered.errors.length === 0;
      metrics.operation({ name: name?.value, kind, ms: performance.now() - began, isGood });
      return answered;
    };
}

/** Counts the fields that operations ask for, by the agency that answers them. */
export function countingFields(
  facts: SupergraphFacts,
  metrics: Metrics | undefined,
): ((operation: Operation) => void) | undefined {
  if (!metrics) return undefined;
  const known = new WeakMap<Operation, ReadonlyMap<string, number>>();
  return (operation) => {
    const counts = known.get(operation) ?? countsIn(operation.selection, facts);
    known.set(operation, counts);
    metrics.fields(counts);
  };
}

function countsIn(selection: Selection, facts: SupergraphFacts): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (each: Selection[number]): void => {
    const [owner] = each.kind === 'field' ? facts.fieldOwners(each.parent.name, each.name) : [];
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    each.selection?.forEach(count);
  };
  selection.forEach(count);
  return counts;
}
