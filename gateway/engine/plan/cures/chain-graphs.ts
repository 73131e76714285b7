import { chained, requiringFields, type RequiringField } from './chained.js';
import { Composites, coordinate, textOf } from './composites.js';
import { PartWriter, type PartGraph } from './part-writer.js';
import { graphNames } from '../../../supergraph/facts.js';
import { Kind, type DocumentNode } from 'graphql';

/** A supergraph, and the subgraphs that its graphs truly are. */
export interface Divided {
  readonly document: DocumentNode;
  /** Whether it is other than what was given. */
  readonly isDivided: boolean;
  /** The true name of a subgraph. */
  nameOf(subgraph: string): string;
}

/**
 * Makes fields that require others, and are themselves required, the only fields of a graph that nothing but a key
 * leads to.
 *
 * Where a subgraph that is being asked anyway has such a field, the planner has it answer that field in passing, before
 * what the field requires is there. A graph of its own is always told.
 */
export function dividedByChains(document: DocumentNode): Divided {
  const composites = new Composites(document);
  const levels = [...chained(requiringFields(composites))].filter(([field]) => isMovable(field));
  if (levels.length === 0) return { document, isDivided: false, nameOf: (subgraph) => subgraph };
  const isLeaf = leavesOf(document, composites);
  const byGraph = Map.groupBy(levels, ([{ graph, type, field }, level]) =>
    [graph, level, ...(isLeaf(type, field.name.value) ? [] : ['ways'])].join('__'),
  );
  const parts = [...byGraph].map(([graph, fields]) => partOf(graph, fields));
  const nameOfGraph = graphNames(document);
  const names = new Map(parts.map(({ name, of }) => [name, nameOfGraph(of)]));
  return {
    isDivided: true,
    document: new PartWriter(composites, parts).write(document),
    nameOf: (subgraph) => names.get(subgraph) ?? subgraph,
  };
}

/** Values from the surroundings, and labels that move a field, name the subgraph as it is. */
function isMovable({ field, join }: RequiringField): boolean {
  const labels = field.directives?.flatMap((each) => textOf(each, 'overrideLabel') ?? []) ?? [];
  return labels.length === 0 && !join.arguments?.some(({ name }) => name.value === 'contextArguments');
}

/** Tells whether nothing is below a field: what is below might lead to others of its graph, and these would be too near. */
function leavesOf(
  { definitions }: DocumentNode,
  composites: Composites,
): (type: string, field: string) => boolean {
  const unions = new Set(
    definitions.flatMap((each) => (each.kind === Kind.UNION_TYPE_DEFINITION ? [each.name.value] : [])),
  );
  return (type, field) => {
    const below = composites.typeOf(type, field);
    return !composites.type(below) && !unions.has(below);
  };
}

function partOf(graph: string, fields: readonly (readonly [RequiringField, number])[]): PartGraph {
  const [[{ graph: of }]] = fields as [(typeof fields)[number]];
  const moved = fields.map(([{ type, field }]) => coordinate(type, field.name.value));
  return { name: `#${graph}`, graph, of, moved: new Set(moved) };
}
