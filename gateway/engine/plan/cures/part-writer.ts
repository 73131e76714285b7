import { coordinate, isComposite, textOf, type Composite, type Composites } from './composites.js';
import {
  graphsOf,
  isEntity,
  isJoinField,
  joinField,
  keyFields,
  keysOf,
  toldFields,
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
  /** By graph, of parts too: the fields, as `Type.field`, that it has to know though others answer them. */
  private readonly needed: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    composites: Composites,
    private readonly parts: readonly PartGraph[],
  ) {
    const whole = [...new Set(parts.map(({ of }) => of))].map((graph) => {
      const isLeft = (field: string) => !this.partsOf(graph).some(({ moved }) => moved.has(field));
      return [graph, [...keyFields(graph, composites), ...toldFields(graph, composites, isLeft)]] as const;
    });
    const own = parts.map(({ graph, of, moved }) => {
      const isMoved = (field: string) => moved.has(field);
      return [
        graph,
        [...keyFields(of, composites, 'entries'), ...toldFields(of, composites, isMoved)],
      ] as const;
    });
    this.needed = new Map([...whole, ...own].map(([graph, fields]) => [graph, new Set(fields)]));
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
    // With several keys a part would be a way from one to another.
    const further = new Set(graphsOf(type).flatMap((graph) => keysOf(type, graph).slice(1)));
    return { ...this.repeatedIn(type, further), fields };
  }

  /** The node with what it says of a subgraph said of its parts, too. */
  private repeatedIn<Node extends { readonly directives?: Directives }>(
    node: Node,
    except: ReadonlySet<ConstDirectiveNode> = NONE,
  ): Node {
    const directives = node.directives?.flatMap((each) => {
      const parts = except.has(each) ? [] : this.partsOf(textOf(each, 'graph'));
      return [each, ...parts.map(({ graph }) => withText(each, { graph }))];
    });
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
  private joins(join: ConstDirectiveNode, place: Place): Directives {
    const graph = textOf(join, 'graph');
    const parts = this.partsOf(graph);
    if (graph === undefined || parts.length === 0) return [join];
    const home = parts.find(({ moved }) => moved.has(place.name))?.graph;
    return [graph, ...parts.map((part) => part.graph)].flatMap((each) => {
      if (each === home) return [withText(join, { graph: each })];
      if (!this.isKept(join, place, { graph: each, of: graph })) return [];
      return [home === undefined ? withText(join, { graph: each }) : joinField(each, true)];
    });
  }

  /**
   * Whether a graph keeps a field: the whole has all that is its own, a part no more than it needs of what has a key.
   * What others answer is kept only where it is needed: the planner might ask for it.
   */
  private isKept(join: ConstDirectiveNode, { type, name }: Place, { graph, of }: Kept): boolean {
    const isNeeded = this.needed.get(graph)?.has(name) ?? false;
    const isForeign =
      textOf(join, 'external') === 'true' || this.partsOf(of).some(({ moved }) => moved.has(name));
    if (isForeign || isNeeded) return isNeeded;
    return graph === of || (!ROOTS.has(type.name.value) && !isEntity(type, of));
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

const NONE: ReadonlySet<ConstDirectiveNode> = new Set();

interface Kept {
  readonly graph: string;
  /** The whole, which may be the graph itself. */
  readonly of: string;
}

interface Place {
  readonly type: Composite;
  /** The field, as `Type.field`. */
  readonly name: string;
}
