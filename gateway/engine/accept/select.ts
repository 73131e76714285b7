import type { Deferral, Operation, Selected, Selection } from '../operation.js';
import { isIncluded, unconditional } from './conditions.js';
import { deferralBy } from './defer.js';
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
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
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
  /** The part in whose fragment the fields stand, with no field between. */
  readonly deferral?: Deferral;
  /** The part that is around, whatever is between. */
  readonly within?: Deferral;
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
  const selection: Selected[] = [];
  for (const node of set.selections) {
    if (!isIncluded(node, scope.variables)) continue;
    if (node.kind === Kind.FIELD) selection.push(fieldFrom(node, type, scope));
    else selection.push(...fragmentFrom(node, type, scope));
  }
  return selection;
}

function fragmentFrom(
  node: InlineFragmentNode | FragmentSpreadNode,
  type: GraphQLCompositeType,
  scope: Scope,
): Selection {
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragmentOf(node.name.value, scope);
  const condition = conditionOf(fragment, type, scope);
  const selection = selectionFrom(fragment.selectionSet, condition, within(node, scope));
  return condition === type ? selection : [{ kind: 'fragment', type: condition, selection }];
}

function within(node: InlineFragmentNode | FragmentSpreadNode, scope: Scope): Scope {
  const deferral = deferralBy(node, scope.variables, scope.within);
  return deferral ? { ...scope, deferral, within: deferral } : scope;
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
  const { alias, arguments: args = [], selectionSet } = node;
  return {
    kind: 'field',
    key: (alias ?? node.name).value,
    name,
    parent,
    field,
    args,
    directives: unconditional(node),
    ...(scope.deferral && { deferral: scope.deferral }),
    selection: selectionSet && selectionBelow((field ?? OWN.get(name))?.type, selectionSet, scope),
  };
}

function selectionBelow(
  type: GraphQLOutputType | undefined,
  set: SelectionSetNode,
  scope: Scope,
): Selection | undefined {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return undefined;
  return selectionFrom(set, named, scope.deferral ? { ...scope, deferral: undefined } : scope);
}
