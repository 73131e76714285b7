import {
  coordinate,
  isComposite,
  selectionOf,
  textOf,
  type Composite,
  type Composites,
} from './composites.js';
import {
  Kind,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type ConstValueNode,
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

type Directives = readonly ConstDirectiveNode[];

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

/** What a subgraph's keys, `@requires` and `@provides` name. */
function neededFields(graph: string, composites: Composites): ReadonlySet<string> {
  const named = (joins: Directives, sets: readonly string[], type: string) =>
    joins
      .filter((join) => textOf(join, 'graph') === graph)
      .flatMap((join) => sets.flatMap((set) => textOf(join, set) ?? []))
      .flatMap((set) => composites.coordinates(selectionOf(set), type));
  return new Set(
    composites.all.flatMap(({ name: { value: type }, directives = [], fields = [] }) => [
      ...named(directives, ['key'], type),
      ...fields.flatMap(({ name, directives: joins = [] }) => [
        ...named(joins, ['requires'], type),
        ...named(joins, ['provides'], composites.typeOf(type, name.value)),
      ]),
    ]),
  );
}

function graphsOf({ directives = [] }: Composite): readonly string[] {
  const joins = directives.filter(({ name }) => name.value === 'join__type');
  return [...new Set(joins.flatMap((join) => textOf(join, 'graph') ?? []))];
}

/** Whether a subgraph can be asked for a type by a key. */
function isEntity({ directives = [] }: Composite, graph: string): boolean {
  return directives.some(
    (each) =>
      each.name.value === 'join__type' &&
      textOf(each, 'graph') === graph &&
      textOf(each, 'key') !== undefined &&
      textOf(each, 'resolvable') !== 'false',
  );
}

function isJoinField({ name }: ConstDirectiveNode): boolean {
  return name.value === 'join__field';
}

function joinField(graph: string, isExternal = false): ConstDirectiveNode {
  const external = argument('external', { kind: Kind.BOOLEAN, value: true });
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'join__field' },
    arguments: [argument('graph', { kind: Kind.ENUM, value: graph }), ...(isExternal ? [external] : [])],
  };
}

function argument(name: string, value: ConstValueNode): ConstArgumentNode {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value };
}

/** The directive with other texts for some of its arguments. */
function withText(
  directive: ConstDirectiveNode,
  texts: Readonly<Record<string, string>>,
): ConstDirectiveNode {
  const changed = directive.arguments?.map((each) => {
    const text = texts[each.name.value];
    const isText = each.value.kind === Kind.ENUM || each.value.kind === Kind.STRING;
    return text !== undefined && isText ? { ...each, value: { ...each.value, value: text } } : each;
  });
  return { ...directive, arguments: changed };
}
