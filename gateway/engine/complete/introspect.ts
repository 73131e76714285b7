import type { Operation, Selected, SelectedField, Selection } from '../operation.js';
import {
  executeSync,
  Kind,
  type FieldNode,
  type GraphQLSchema,
  type NameNode,
  type OperationTypeNode,
  type SelectionNode,
} from 'graphql';

/** What an operation asks of the schema itself. */
export interface Introspection {
  readonly schema: GraphQLSchema;
  readonly operation: Operation;
  /** Values of the client's variables, as they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whether an operation asks for anything of the schema itself. */
export function isIntrospective({ selection }: Operation): boolean {
  return selection.some((each) => each.kind === 'field' && isOwn(each));
}

/** Answers what an operation asks of the schema itself, as JSON by the keys of the answer. */
export function introspect({ schema, operation, variables }: Introspection): ReadonlyMap<string, string> {
  const selections = operation.selection.filter((each) => each.kind === 'field' && isOwn(each)).map(nodeFrom);
  const definition = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.kind as OperationTypeNode,
    variableDefinitions: operation.variables,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  } as const;
  const document = { kind: Kind.DOCUMENT, definitions: [definition] } as const;
  const { data } = executeSync({ schema, document, variableValues: variables });
  return new Map(Object.entries(data ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
}

function isOwn({ name }: SelectedField): boolean {
  return name === '__schema' || name === '__type';
}

function nodeFrom(selected: Selected): SelectionNode {
  if (selected.kind === 'field') return fieldFrom(selected);
  const typeCondition = { kind: Kind.NAMED_TYPE, name: nameNode(selected.type.name) } as const;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: setFrom(selected.selection) };
}

function fieldFrom({ key, name, args, selection }: SelectedField): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: nameNode(key),
    name: nameNode(name),
    arguments: args,
    ...(selection && { selectionSet: setFrom(selection) }),
  };
}

function setFrom(selection: Selection) {
  return { kind: Kind.SELECTION_SET, selections: selection.map(nodeFrom) } as const;
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}
