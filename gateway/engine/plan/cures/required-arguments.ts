import { graphNames } from '../../../supergraph/facts.js';
import { Composites, isComposite, selectionOf, textOf } from './composites.js';
import {
  Kind,
  print,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type SelectionNode,
} from 'graphql';

/** Fields that some `@requires` wants with certain arguments. */
export interface RequiredFields {
  /** By the names that stand for them: the fields as subgraphs know them, such as `price(currency: "USD")`. */
  readonly fields: ReadonlyMap<string, FieldNode>;
  /** The names of those that a subgraph wants to be told for one of its fields. */
  neededBy(subgraph: string, type: string, field: string): ReadonlySet<string>;
}

/**
 * Gives each field that a `@requires` wants with arguments a name of its own.
 *
 * The planner tells fields at one place apart by their names alone: `price(currency: "USD")` that is required and
 * `price(currency: "EUR")` that a client or another `@requires` asks for would become one. Under names of their own they
 * stay two; fetches and representations have the true name again.
 */
export function withRequiredFields(document: DocumentNode): {
  readonly document: DocumentNode;
  readonly required: RequiredFields;
} {
  const naming = new Naming(document);
  return { document: naming.named(), required: naming };
}

class Naming implements RequiredFields {
  readonly fields = new Map<string, FieldNode>();
  private readonly needed = new Map<string, Set<string>>();
  /** The definitions of stand-ins, by type and name. */
  private readonly added = new Map<string, Map<string, FieldDefinitionNode>>();
  private readonly types: Composites;
  private readonly nameOf: (graph: unknown) => string;

  constructor(private readonly document: DocumentNode) {
    this.types = new Composites(document);
    this.nameOf = graphNames(document);
  }

  neededBy(subgraph: string, type: string, field: string): ReadonlySet<string> {
    return this.needed.get(`${subgraph} ${type}.${field}`) ?? new Set();
  }

  /** The supergraph with a field for every stand-in, and with every `@requires` that names them. */
  named(): DocumentNode {
    const rewritten = this.document.definitions.map((each) =>
      isComposite(each)
        ? { ...each, fields: each.fields?.map((field) => this.rewritten(field, each.name.value)) }
        : each,
    );
    if (this.fields.size === 0) return this.document;
    const definitions = rewritten.map((each) =>
      isComposite(each)
        ? { ...each, fields: [...(each.fields ?? []), ...this.addedTo(each.name.value).values()] }
        : each,
    );
    return { ...this.document, definitions };
  }

  private rewritten(field: FieldDefinitionNode, type: string): FieldDefinitionNode {
    return {
      ...field,
      directives: field.directives?.map((each) => this.rewrittenJoin(each, { type, field })),
    };
  }

  private rewrittenJoin(join: ConstDirectiveNode, { type, field }: FieldPlace): ConstDirectiveNode {
    const set = textOf(join, 'requires');
    if (join.name.value !== 'join__field' || set === undefined) return join;
    const subgraph = this.nameOf(textOf(join, 'graph'));
    const needed = new Set<string>();
    const value = { kind: Kind.STRING, value: this.rewrittenSet(set, { type, needed }) } as const;
    this.needed.set(`${subgraph} ${type}.${field.name.value}`, needed);
    return {
      ...join,
      arguments: join.arguments?.map((each) => (each.name.value === 'requires' ? { ...each, value } : each)),
    };
  }

  private rewrittenSet(set: string, place: SetPlace): string {
    const { selections } = selectionOf(set);
    return selections.map((each) => print(this.rewrittenNode(each, place))).join(' ');
  }

  private rewrittenNode(node: SelectionNode, { type, needed }: SetPlace): SelectionNode {
    if (node.kind === Kind.FRAGMENT_SPREAD) return node;
    const inner = { type: this.typeBelow(node, type), needed };
    const selectionSet = node.selectionSet && {
      ...node.selectionSet,
      selections: node.selectionSet.selections.map((each) => this.rewrittenNode(each, inner)),
    };
    if (node.kind === Kind.INLINE_FRAGMENT)
      return { ...node, selectionSet: selectionSet ?? node.selectionSet };
    if (!this.types.field(type, node.name.value)?.arguments?.length) return { ...node, selectionSet };
    const name = this.standIn(node, type);
    needed.add(name);
    return { ...node, name: { kind: Kind.NAME, value: name }, arguments: [], selectionSet };
  }

  /** The name that stands for a field with its arguments, on the type and on all that are of it. */
  private standIn(node: FieldNode, type: string): string {
    const field: FieldNode = { ...node, selectionSet: undefined, directives: [] };
    const known = [...this.fields].find(([, each]) => print(each) === print(field))?.[0];
    const name = known ?? `${node.name.value}__required_${this.fields.size}`;
    this.fields.set(name, field);
    for (const each of this.types.ofType(type)) this.add(each, name, node.name.value);
    return name;
  }

  private add(type: string, name: string, original: string): void {
    const added = this.addedTo(type);
    const definition = this.types.field(type, original);
    if (!definition || added.has(name)) return;
    const named = { ...definition, name: { kind: Kind.NAME, value: name } as const, arguments: [] };
    // It is there before its own `@requires` is looked at, which may come back to it.
    added.set(name, named);
    added.set(name, this.rewritten(named, type));
  }

  private addedTo(type: string): Map<string, FieldDefinitionNode> {
    const added = this.added.get(type) ?? new Map<string, FieldDefinitionNode>();
    this.added.set(type, added);
    return added;
  }

  private typeBelow(node: Exclude<SelectionNode, { kind: Kind.FRAGMENT_SPREAD }>, type: string): string {
    if (node.kind === Kind.INLINE_FRAGMENT) return node.typeCondition?.name.value ?? type;
    return this.types.typeOf(type, node.name.value);
  }
}

interface FieldPlace {
  readonly type: string;
  readonly field: FieldDefinitionNode;
}

interface SetPlace {
  readonly type: string;
  /** Told of each stand-in. */
  readonly needed: Set<string>;
}
