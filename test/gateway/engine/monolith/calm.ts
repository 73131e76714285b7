import type { SubgraphFacts, TypeFacts } from './facts.js';
import type { Model } from './model.js';
import { namedType } from './type-nodes.js';
import { Kind, type FieldNode, type SelectionNode, type SelectionSetNode, type TypeNode } from 'graphql';

/**
 * Why a field never fails: federation needs it though the client may not have asked for it, so that its failure would
 * show in a federated answer and not in that of one schema. A field of a `key` is never null either; a `required` one
 * is null only where its type allows it.
 */
export type Calm = 'key' | 'required';

/** The fields that never fail, by `Type.field`. */
export function calmPlaces(model: Model): ReadonlyMap<string, Calm> {
  const places = new Map<string, Calm>();
  for (const subgraph of model.subgraphs) {
    for (const type of subgraph.types.values()) {
      const walk = (calm: Calm) => new Walk({ model, subgraph, calm, places });
      for (const { selection } of type.keys) walk('key').through(selection, type.name);
      for (const selection of requiredBy(type)) walk('required').through(selection, type.name);
    }
  }
  return places;
}

function requiredBy({ fields }: TypeFacts): readonly SelectionSetNode[] {
  return [...fields.values()].flatMap(({ requires }) => requires ?? []);
}

interface WalkParts {
  readonly model: Model;
  readonly subgraph: SubgraphFacts;
  readonly calm: Calm;
  readonly places: Map<string, Calm>;
}

/**
 * Beside what is required, the client may select what a subgraph answers under the same key; where that fails and must
 * not be null, the whole value is null within the subgraph, and so the requirement is told. One schema reads the value
 * again. So what may take a required value with it never fails.
 */
class Walk {
  constructor(private readonly parts: WalkParts) {}

  through({ selections }: SelectionSetNode, type: string): void {
    for (const each of selections) this.one(each, type);
  }

  private one(node: SelectionNode, type: string): void {
    if (node.kind === Kind.FIELD) return this.field(node, type);
    if (node.kind === Kind.FRAGMENT_SPREAD) return;
    this.through(node.selectionSet, node.typeCondition?.name.value ?? type);
  }

  private field({ name, selectionSet }: FieldNode, type: string): void {
    const { model, subgraph, calm, places } = this.parts;
    for (const each of [type, ...model.possible(type, subgraph)]) {
      const key = `${each}.${name.value}`;
      if (places.get(key) !== 'key') places.set(key, calm);
    }
    const facts = subgraph.types.get(type)?.fields.get(name.value);
    if (!facts || !selectionSet) return;
    this.through(selectionSet, namedType(facts.type));
    if (calm === 'required') for (const each of this.typesBelow(facts.type)) this.keepWhole(each);
  }

  private typesBelow(type: TypeNode): readonly string[] {
    const { model, subgraph } = this.parts;
    return model.possible(namedType(type), subgraph);
  }

  /** Has all fields of a type calm that must not be null, and what they in turn lead to. */
  private keepWhole(type: string): void {
    for (const { fields } of this.parts.model.typesNamed(type)) {
      for (const [name, field] of fields) this.keepPresent(`${type}.${name}`, field.type);
    }
  }

  private keepPresent(key: string, type: TypeNode): void {
    const { places } = this.parts;
    if (type.kind !== Kind.NON_NULL_TYPE || places.has(key)) return;
    places.set(key, 'required');
    for (const each of this.typesBelow(type)) this.keepWhole(each);
  }
}
