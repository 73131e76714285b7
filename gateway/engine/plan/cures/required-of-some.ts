import { graphNames } from '../../../supergraph/facts.js';
import type { TypeRelations } from '../../execute/type-relations.js';
import { requiringFields } from './chained.js';
import { Composites, coordinate, selectionOf, textOf } from './composites.js';
import { entityFields, without } from './entity-fields.js';
import { parallel, type FetchStep, type Plan, type Required } from '../plan.js';
import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** Splits what objects of some types alone need off a fetch. */
export type SplitBySome = (step: FetchStep) => Plan;

/**
 * Makes the function for one supergraph.
 *
 * A subgraph that takes an interface for an object may be asked for one field of all objects, and for one of some types
 * that requires others. The planner makes one fetch of both, which tells what is required of all objects; those of which
 * it was not fetched could then be told nothing.
 */
export function splittingBySome(supergraph: DocumentNode, relations: TypeRelations): SplitBySome {
  const composites = new Composites(supergraph);
  const nameOf = graphNames(supergraph);
  const requiring = new Set(
    requiringFields(composites).map(({ type, field }) => coordinate(type, field.name.value)),
  );
  const keys = keyNames(composites, nameOf);
  return (step) => {
    if (!hasWithin(step.requires ?? [], relations)) return step;
    const fields = entityFields(step);
    const needing = fields.filter(({ field, type }) => requiring.has(coordinate(type, field.name.value)));
    if (needing.length === 0 || needing.length === fields.length) return step;
    const rest = fields.filter((each) => !needing.includes(each));
    const [open, told] = [needing, rest].map((left) =>
      without(step, new Set(left.map(({ field }) => field))),
    );
    return open && told ? parallel([keyedAlone(open, keys), told]) : step;
  };
}

/** Whether what is told of objects of a type is told apart from what is told of all objects of a wider one. */
function hasWithin(parts: readonly Required[], relations: TypeRelations): boolean {
  const types = parts.flatMap((part) => (part.kind === 'fragment' ? (part.type ?? []) : []));
  return types.some((type) => types.some((other) => type !== other && relations.isOf(type, other)));
}

/** The fetch with nothing told of objects but their keys. */
function keyedAlone(step: FetchStep, keys: ReadonlyMap<string, ReadonlySet<string>>): FetchStep {
  const own = keys.get(step.subgraph);
  const isKey = (part: Required) => part.kind === 'fragment' || part.key === TYPENAME || own?.has(part.name);
  return {
    ...step,
    requires: step.requires?.map((part) =>
      part.kind === 'fragment' ? { ...part, parts: part.parts.filter(isKey) } : part,
    ),
  };
}

const TYPENAME = '__typename';

/** The names of the fields of keys, by subgraph. */
function keyNames(
  composites: Composites,
  nameOf: (graph: unknown) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const joins = composites.all.flatMap(({ directives = [] }) =>
    directives.filter(({ name }) => name.value === 'join__type'),
  );
  const named = Map.groupBy(joins, (join) => nameOf(textOf(join, 'graph')));
  return new Map([...named].map(([subgraph, all]) => [subgraph, new Set(all.flatMap(namesInKey))]));
}

function namesInKey(join: ConstDirectiveNode): readonly string[] {
  const key = textOf(join, 'key');
  if (key === undefined) return [];
  return selectionOf(key).selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : []));
}
