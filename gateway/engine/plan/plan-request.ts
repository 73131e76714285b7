import type { Operation, Selected, SelectedField, Selection } from '../operation.js';
import { FetchKeys } from './fetch-keys.js';
import { Literals, type Literal } from './literals.js';
import {
  Kind,
  parseType,
  print,
  visit,
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type NameNode,
  type OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  type VariableDefinitionNode,
} from 'graphql';

/** What a planner is asked for one operation, in a form that many operations share. */
export interface PlanRequest {
  /** The operation without the client's names and values; nothing where the gateway needs no agency. */
  readonly document: DocumentNode | null;
  /** Text of the document: operations of one text have one plan. */
  readonly text: string;
  /** The values that were taken out of the operation. */
  readonly literals: readonly Literal[];
  /** The client's variables by their names in the document. */
  readonly variables: ReadonlyMap<string, string>;
  /** The key under which a field is fetched. */
  fetchKeyOf(field: SelectedField): string;
}

/** Turns an operation into what the planner is asked. */
export function planRequestFor(operation: Operation): PlanRequest {
  const writer = new Writer(operation);
  const selections = writer.selections(operation.selection, true);
  const definition = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.kind as OperationTypeNode,
    variableDefinitions: writer.definitions(operation.variables),
    selectionSet: setOf(selections),
  } as const;
  const document =
    selections.length > 0 ? ({ kind: Kind.DOCUMENT, definitions: [definition] } as const) : null;
  return {
    document,
    text: document ? print(document) : '',
    literals: writer.literals.all,
    variables: writer.variables,
    fetchKeyOf: (field) => writer.keyOf(field),
  };
}

const TYPENAME = '__typename';
const PREFIX = 'v';

function numberOf({ variable }: VariableDefinitionNode): number {
  return Number(variable.name.value.slice(PREFIX.length));
}

class Writer {
  readonly literals = new Literals(() => this.nextName());
  /** The client's variables by their new names. */
  readonly variables = new Map<string, string>();
  private readonly renamed = new Map<string, string>();
  private named = 0;
  private readonly keys = new FetchKeys();
  private readonly known = new Map<SelectedField, string>();

  constructor(private readonly operation: Operation) {}

  keyOf(field: SelectedField): string {
    return this.known.get(field) ?? field.name;
  }

  /** What is asked for at one place; below the root never nothing, so that it is known whether there is an object. */
  selections(selection: Selection, isRoot = false): readonly SelectionNode[] {
    const isOrdered = isRoot && this.operation.kind === 'mutation';
    const nodes = (isOrdered ? selection : selection.toSorted(byName)).flatMap((each) =>
      this.selected(each, isRoot),
    );
    return nodes.length > 0 || isRoot ? nodes : [typename()];
  }

  /** The definitions of the variables that are used and of the values taken out, in the order of use. */
  definitions(given: readonly VariableDefinitionNode[]): readonly VariableDefinitionNode[] {
    const byName = new Map(given.map((each) => [each.variable.name.value, each]));
    const used = [...this.variables].flatMap(([name, client]) => {
      const definition = byName.get(client);
      return definition ? [{ ...definition, variable: variableNode(name) }] : [];
    });
    const own = this.literals.all.map(({ variable, type }) =>
      definitionNode(variable, parseType(String(type))),
    );
    return [...used, ...own].toSorted((a, b) => numberOf(a) - numberOf(b));
  }

  /** Values and variables have names of one kind, so that it makes no difference which of them an operation uses. */
  private nextName(): string {
    this.named += 1;
    return `${PREFIX}${this.named}`;
  }

  private selected(selected: Selected, isRoot: boolean): readonly SelectionNode[] {
    if (selected.kind === 'fragment') return this.fragment(selected.type.name, selected.selection);
    if (selected.isDenied) return [];
    if (selected.field) return [this.field(selected)];
    return selected.name === TYPENAME && !isRoot ? [typename()] : [];
  }

  private fragment(condition: string, selection: Selection): readonly SelectionNode[] {
    if (!hasFields(selection)) return [];
    const asked = selection.toSorted(byName).flatMap((each) => this.selected(each, false));
    const selections = asked.length > 0 ? asked : [typename()];
    const typeCondition = { kind: Kind.NAMED_TYPE, name: nameNode(condition) } as const;
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: setOf(selections) }];
  }

  private field(field: SelectedField): FieldNode {
    const args = field.args.map((each) => this.argument(each, field));
    const directives = field.directives.map((each) => this.withVariables(each));
    const signature = [...args, ...directives].map((node) => print(node));
    const key = this.keys.keyOf(field, signature.join(' '), this.aliasOf(field));
    this.known.set(field, key);
    return {
      kind: Kind.FIELD,
      name: nameNode(field.name),
      arguments: args,
      directives,
      ...(key !== field.name && { alias: nameNode(key) }),
      ...(field.selection && { selectionSet: setOf(this.selections(field.selection)) }),
    };
  }

  /**
   * A leaf that is asked for under two names is read once. A change is made twice; and an object under one name must not
   * become `null` for what is only asked for under the other.
   */
  private aliasOf({ key, parent, selection }: SelectedField): string | null {
    const { kind, type } = this.operation;
    const isChange = kind === 'mutation' && parent === type;
    return selection || isChange ? key : null;
  }

  private argument(node: ArgumentNode, { field }: SelectedField): ArgumentNode {
    const type = field?.args.find(({ name }) => name === node.name.value)?.type;
    const variable = type && this.literals.take(node.value, type);
    return variable ? { ...node, value: variableNode(variable) } : this.withVariables(node);
  }

  private withVariables<Node extends ArgumentNode | DirectiveNode>(node: Node): Node {
    return visit(node, { Variable: ({ name }) => variableNode(this.nameFor(name.value)) });
  }

  private nameFor(client: string): string {
    const known = this.renamed.get(client);
    if (known !== undefined) return known;
    const name = this.nextName();
    this.renamed.set(client, name);
    this.variables.set(name, client);
    return name;
  }
}

/** Whether a fragment asks for anything, be it denied, so that it has to be known whether it applies. */
function hasFields(selection: Selection): boolean {
  return selection.some((each) => each.kind === 'field' || hasFields(each.selection));
}

/** One order for all operations that ask for the same; fragments come last. */
function byName(a: Selected, b: Selected): number {
  const [one, other] = [orderOf(a), orderOf(b)];
  return one < other ? -1 : Number(one > other);
}

function orderOf(selected: Selected): string {
  return selected.kind === 'field' ? selected.name : `~${selected.type.name}`;
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

function typename(): FieldNode {
  return { kind: Kind.FIELD, name: nameNode(TYPENAME) };
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function variableNode(name: string) {
  return { kind: Kind.VARIABLE, name: nameNode(name) } as const;
}

function definitionNode(name: string, type: TypeNode): VariableDefinitionNode {
  return { kind: Kind.VARIABLE_DEFINITION, variable: variableNode(name), type };
}
