import type { Operation, Selected, SelectedField, Selection } from '../operation.js';
import {
  executeSync,
  Kind,
  type FieldNode,
  type GraphQLFormattedError,
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

/** What the gateway itself answers. */
export interface Introspected {
  /** As JSON by the keys of the answer. */
  readonly values: ReadonlyMap<string, string>;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Whether an operation asks for anything of the schema itself. */
export function isIntrospective({ selection }: Operation): boolean {
  return ownIn(selection).length > 0;
}

/** Answers what an operation asks of the schema itself. */
export function introspect({ schema, operation, variables }: Introspection): Introspected {
  const selections = ownIn(operation.selection).map(fieldFrom);
  const definition = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.kind as OperationTypeNode,
    variableDefinitions: operation.variables,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  } as const;
  const document = { kind: Kind.DOCUMENT, definitions: [definition] } as const;
  const { data, errors = [] } = executeSync({ schema, document, variableValues: variables });
  return {
    values: new Map(Object.entries(data ?? {}).map(([key, value]) => [key, JSON.stringify(value)])),
    errors: errors.map(({ message, path }) => ({ message, path, extensions: { code: 'BAD_USER_INPUT' } })),
  };
}

/** A fragment in which the schema is asked for narrows the root to itself. */
function ownIn(selection: Selection): readonly SelectedField[] {
  return selection.flatMap((each) => {
    if (each.kind === 'fragment') return ownIn(each.selection);
    return isOwn(each) ? [each] : [];
  });
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
