import { coordinate, selectionOf, textOf, type Composite, type Composites } from './composites.js';
import type { ConstDirectiveNode, FieldDefinitionNode } from 'graphql';

/** A field that one subgraph answers only when it is told others. */
export interface RequiringField {
  readonly type: string;
  readonly field: FieldDefinitionNode;
  /** The directive that says so. */
  readonly join: ConstDirectiveNode;
  /** Of the subgraph, in the enum of graphs. */
  readonly graph: string;
  /** What it is told, as `Type.field`. */
  readonly required: readonly string[];
}

/** All fields of a supergraph that require others. */
export function requiringFields(composites: Composites): readonly RequiringField[] {
  return composites.all.flatMap((type) => requiringOf(type, composites));
}

function requiringOf({ name, fields = [] }: Composite, composites: Composites): readonly RequiringField[] {
  const type = name.value;
  return fields.flatMap((field) =>
    (field.directives ?? []).flatMap((join) => {
      const [set, graph] = [textOf(join, 'requires'), textOf(join, 'graph')];
      if (join.name.value !== 'join__field' || set === undefined || graph === undefined) return [];
      return [{ type, field, join, graph, required: composites.coordinates(selectionOf(set), type) }];
    }),
  );
}

/**
 * The fields that require others, of those graphs that have some which are themselves required, with their place in the
 * chain: 1 for those that require only what requires nothing.
 */
export function chained(fields: readonly RequiringField[]): ReadonlyMap<RequiringField, number> {
  const byCoordinate = Map.groupBy(fields, ({ type, field }) => coordinate(type, field.name.value));
  const below = (each: RequiringField) => each.required.flatMap((name) => byCoordinate.get(name) ?? []);
  const known = new Map<RequiringField, number>();
  const levelOf = (each: RequiringField): number => {
    const level = known.get(each);
    if (level !== undefined) return level;
    known.set(each, 1);
    const own = 1 + Math.max(0, ...below(each).map(levelOf));
    known.set(each, own);
    return own;
  };
  const graphs = new Set(fields.flatMap(below).map(({ graph }) => graph));
  return new Map(fields.filter(({ graph }) => graphs.has(graph)).map((each) => [each, levelOf(each)]));
}
