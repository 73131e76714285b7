import type { Path, Whole } from './right.js';
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Maybe<Known> = Known | null | undefined;

/** Where a walk through an answer has come. */
interface Here {
  readonly type: Maybe<GraphQLOutputType>;
  /** What is asked of it. */
  readonly sets: readonly SelectionSetNode[];
}

interface Asked {
  readonly node: FieldNode;
  readonly type: Maybe<GraphQLOutputType>;
}

/** Where the answer to an operation must not be `null`. Fragments with names are not followed. */
export function requiredBy(schema: GraphQLSchema, query: string): Whole['isRequired'] {
  return (place) => isNonNullType(typeAt(schema, operationIn(query), place));
}

function operationIn(query: string): OperationDefinitionNode {
  const operation = parse(query).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('This is no operation.');
  return operation;
}

function typeAt(schema: GraphQLSchema, operation: OperationDefinitionNode, place: Path) {
  const top: Here = { type: schema.getRootType(operation.operation), sets: [operation.selectionSet] };
  const next = (here: Here, step: Path[number]): Here =>
    typeof step === 'number' ? { ...here, type: elementOf(here.type) } : memberOf(schema, here, step);
  return place.reduce<Here>(next, top).type;
}

function elementOf(type: Here['type']): Here['type'] {
  const list = getNullableType(type);
  return isListType(list) ? (list.ofType as GraphQLOutputType) : undefined;
}

function memberOf(schema: GraphQLSchema, { type, sets }: Here, key: string): Here {
  const holder = type ? getNamedType(type) : undefined;
  const asked = sets
    .flatMap((set) => fieldsIn(schema, set, holder))
    .filter(({ node }) => (node.alias ?? node.name).value === key);
  return { type: asked[0]?.type, sets: asked.flatMap(({ node }) => node.selectionSet ?? []) };
}

function fieldsIn(
  schema: GraphQLSchema,
  { selections }: SelectionSetNode,
  holder: Maybe<GraphQLNamedType>,
): readonly Asked[] {
  const fields = isObjectType(holder) || isInterfaceType(holder) ? holder.getFields() : {};
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return { node, type: fields[node.name.value]?.type };
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    const type = node.typeCondition ? schema.getType(node.typeCondition.name.value) : holder;
    return fieldsIn(schema, node.selectionSet, type);
  });
}
