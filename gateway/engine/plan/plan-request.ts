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
  const writer = new Writer();
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

class Writer {
  readonly literals = new Literals();
  /** The client's variables by their new names. */
  readonly variables = new Map<string, string>();
  private readonly renamed = new Map<string, string>();
  private readonly keys = new FetchKeys();
  private readonly known = new Map<SelectedField, string>();

  keyOf(field: SelectedField): string {
    return this.known.get(field) ?? field.name;
  }

  /** What is asked for at one place; below the root never nothing, so that it is known whether there is an object. */
  selections(selection: Selection, isRoot = false): readonly SelectionNode[] {
    const nodes = selection.flatMap((each) => this.selected(each, isRoot));
    return nodes.length > 0 || isRoot ? nodes : [typename()];
  }

  /** The definitions of the variables that are used, the values taken out of the operation among them. */
  definitions(given: readonly VariableDefinitionNode[]): readonly VariableDefinitionNode[] {
    const used = given
      .filter(({ variable }) => this.renamed.has(variable.name.value))
      .map((each) => ({ ...each, variable: variableNode(this.renamed.get(each.variable.name.value) ?? '') }));
    const own = this.literals.all.map(({ variable, type }) =>
      definitionNode(variable, parseType(String(type))),
    );
    return [...used, ...own];
  }

  private selected(selected: Selected, isRoot: boolean): readonly SelectionNode[] {
    if (selected.kind === 'fragment') return this.fragment(selected.type.name, selected.selection);
    if (selected.isDenied) return [];
    if (selected.field) return [this.field(selected)];
    return selected.name === TYPENAME && !isRoot ? [typename()] : [];
  }

  private fragment(condition: string, selection: Selection): readonly SelectionNode[] {
    const selections = selection.flatMap((each) => this.selected(each, false));
    if (selections.length === 0) return [];
    const typeCondition = { kind: Kind.NAMED_TYPE, name: nameNode(condition) } as const;
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: setOf(selections) }];
  }

  private field(field: SelectedField): FieldNode {
    const args = field.args.map((each) => this.argument(each, field));
    const directives = field.directives.map((each) => this.withVariables(each));
    const signature = [...args, ...directives].map((node) => print(node)).join(' ');
    const key = this.keys.keyOf(field, signature);
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
    const name = `v${this.renamed.size}`;
    this.renamed.set(client, name);
    this.variables.set(name, client);
    return name;
  }
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
