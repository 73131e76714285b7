import { coordinate, isComposite, textOf, type Composite, type Composites } from './composites.js';
import {
  graphsOf,
  isEntity,
  isJoinField,
  joinField,
  neededFields,
  withText,
  type Directives,
} from './joins.js';
import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
} from 'graphql';

/** A part of a subgraph that the planner takes for a subgraph. */
export interface PartGraph {
  readonly name: string;
  /** Its member of the enum of graphs. */
  readonly graph: string;
  /** The member of the subgraph that it is a part of. */
  readonly of: string;
  /** The fields that it has alone, as `Type.field`. */
  readonly moved: ReadonlySet<string>;
}

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** Writes supergraphs in which parts of subgraphs are subgraphs. */
export class PartWriter {
  /** The fields, as `Type.field`, that a subgraph is told or has to know though others answer them. */
  private readonly needed: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    composites: Composites,
    private readonly parts: readonly PartGraph[],
  ) {
    const graphs = new Set(parts.map(({ of }) => of));
    this.needed = new Map([...graphs].map((graph) => [graph, neededFields(graph, composites)]));
  }

  /** The supergraph with the parts. */
  write({ definitions, ...document }: DocumentNode): DocumentNode {
    return { ...document, definitions: definitions.map((each) => this.definition(each)) };
  }

  private definition(node: DefinitionNode): DefinitionNode {
    if (isComposite(node)) return this.composite(node);
    switch (node.kind) {
      case Kind.ENUM_TYPE_DEFINITION:
        if (node.name.value === 'join__Graph') return { ...node, values: this.graphs(node.values) };
        return { ...this.repeatedIn(node), values: node.values?.map((each) => this.repeatedIn(each)) };
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return { ...this.repeatedIn(node), fields: node.fields?.map((each) => this.repeatedIn(each)) };
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        return this.repeatedIn(node);
      default:
        return node;
    }
  }

  private graphs(values: readonly EnumValueDefinitionNode[] = []): readonly EnumValueDefinitionNode[] {
    const added = this.parts.flatMap(({ of, graph, name }) => {
      const whole = values.find((each) => each.name.value === of);
      const directives = whole?.directives?.map((each) => withText(each, { name }));
      return whole ? [{ ...whole, name: { ...whole.name, value: graph }, directives }] : [];
    });
    return [...values, ...added];
  }

  private composite(type: Composite): Composite {
    const name = type.name.value;
    if (name === 'Mutation' || name === 'Subscription') return type;
    const fields = type.fields?.map((field) => this.field(field, type));
    return { ...this.repeatedIn(type), fields };
  }

  /** The node with what it says of a subgraph said of its parts, too. */
  private repeatedIn<Node extends { readonly directives?: Directives }>(node: Node): Node {
    const directives = node.directives?.flatMap((each) => [
      each,
      ...this.partsOf(textOf(each, 'graph')).map(({ graph }) => withText(each, { graph })),
    ]);
    return { ...node, directives };
  }

  private field(field: FieldDefinitionNode, type: Composite): FieldDefinitionNode {
    const joins = field.directives?.filter(isJoinField) ?? [];
    const others = field.directives?.filter((each) => !isJoinField(each)) ?? [];
    if (joins.length === 0 && !this.isDivided(type)) return field;
    const stated = joins.length > 0 ? joins : graphsOf(type).map((graph) => joinField(graph));
    const place = { type, name: coordinate(type.name.value, field.name.value) };
    return { ...field, directives: [...others, ...stated.flatMap((join) => this.joins(join, place))] };
  }

  /** What is said of a field of a subgraph, of the subgraph and of its parts. */
  private joins(join: ConstDirectiveNode, { type, name }: Place): Directives {
    const graph = textOf(join, 'graph');
    const parts = this.partsOf(graph);
    if (graph === undefined || parts.length === 0) return [join];
    const isMoved = parts.some(({ moved }) => moved.has(name));
    const ofParts = parts.flatMap((part) => {
      if (part.moved.has(name)) return [withText(join, { graph: part.graph })];
      if (!this.isKept(name, type, part)) return [];
      return [isMoved ? joinField(part.graph, true) : withText(join, { graph: part.graph })];
    });
    if (!isMoved) return [join, ...ofParts];
    return this.needed.get(graph)?.has(name) ? [joinField(graph, true), ...ofParts] : ofParts;
  }

  /** Whether a part has a field of the whole: all of what has no key, and no more than it needs of what has one. */
  private isKept(name: string, type: Composite, { of }: PartGraph): boolean {
    if (ROOTS.has(type.name.value)) return false;
    return !isEntity(type, of) || (this.needed.get(of)?.has(name) ?? false);
  }

  private isDivided(type: Composite): boolean {
    const isRoot = ROOTS.has(type.name.value);
    return graphsOf(type).some(
      (graph) => this.partsOf(graph).length > 0 && (isRoot || isEntity(type, graph)),
    );
  }

  private partsOf(graph: string | undefined): readonly PartGraph[] {
    return this.parts.filter(({ of }) => of === graph);
  }
}

interface Place {
  readonly type: Composite;
  /** The field, as `Type.field`. */
  readonly name: string;
}
