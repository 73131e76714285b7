import type { Operation, Selected, Selection } from '../operation.js';
import { isIncluded, unconditional } from './conditions.js';
import {
  getNamedType,
  isCompositeType,
  Kind,
  SchemaMetaFieldDef,
  typeFromAST,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation is read from. */
export interface OperationSource {
  readonly schema: GraphQLSchema;
  /** A valid document. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Values of the variables, as far as they decide conditions. */
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: OperationSource['variables'];
}

/**
 * Puts an operation's fragments in place and decides its conditions.
 *
 * @throws GraphQLError when a condition has no value, or the schema has no such root type.
 */
export function operationFrom({ schema, document, operation, variables }: OperationSource): Operation {
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Error(`The graph has no ${operation.operation}s.`);
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const scope = {
    schema,
    variables,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
  return {
    kind: operation.operation,
    variables: operation.variableDefinitions ?? [],
    type,
    selection: selectionFrom(operation.selectionSet, type, scope),
  };
}

function selectionFrom(set: SelectionSetNode, type: GraphQLCompositeType, scope: Scope): Selection {
  return set.selections
    .filter((node) => isIncluded(node, scope.variables))
    .flatMap((node) => selectedFrom(node, type, scope));
}

function selectedFrom(node: SelectionNode, type: GraphQLCompositeType, scope: Scope): Selection {
  if (node.kind === Kind.FIELD) return [fieldFrom(node, type, scope)];
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragmentOf(node.name.value, scope);
  const condition = conditionOf(fragment, type, scope);
  const selection = selectionFrom(fragment.selectionSet, condition, scope);
  return condition === type ? selection : [{ kind: 'fragment', type: condition, selection }];
}

function fragmentOf(name: string, { fragments }: Scope): FragmentDefinitionNode {
  const fragment = fragments.get(name);
  if (!fragment) throw new Error(`The document has no fragment ${name}.`);
  return fragment;
}

function conditionOf(
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLCompositeType,
  { schema }: Scope,
): GraphQLCompositeType {
  const condition = typeCondition ? typeFromAST(schema, typeCondition) : type;
  if (!isCompositeType(condition)) throw new Error('A type condition names a composite type.');
  return condition;
}

/** What the gateway itself answers about the schema. */
const OWN = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]));

function fieldFrom(node: FieldNode, parent: GraphQLCompositeType, scope: Scope): Selected {
  const name = node.name.value;
  const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
  const type = getNamedType((field ?? OWN.get(name))?.type);
  const isComposite = isCompositeType(type) && node.selectionSet;
  return {
    kind: 'field',
    key: node.alias?.value ?? name,
    name,
    parent,
    field,
    args: node.arguments ?? [],
    directives: unconditional(node),
    ...(isComposite && { selection: selectionFrom(node.selectionSet, type, scope) }),
  };
}
