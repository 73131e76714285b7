import type {
  RootKind,
  StatedApi,
  StatedDirective,
  StatedField,
  StatedInput,
  StatedType,
  StatedValue,
} from './stated.js';
import {
  astFromValue,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
  print,
  type GraphQLArgument,
  type GraphQLDirective,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** States a schema as plain data, from which `apiSchemaFrom` makes it again. */
export function stateApi(schema: GraphQLSchema): StatedApi {
  const types = Object.values(schema.getTypeMap()).filter(isOwn);
  const directives = schema.getDirectives().filter((each) => !isSpecifiedDirective(each));
  return {
    description: schema.description ?? undefined,
    roots: rootsOf(schema),
    directives: directives.map(directiveOf),
    types: types.map(typeOf),
  };
}

function isOwn(type: GraphQLNamedType): boolean {
  return !isIntrospectionType(type) && !isSpecifiedScalarType(type);
}

function rootsOf(schema: GraphQLSchema): StatedApi['roots'] {
  const roots: Readonly<Record<RootKind, GraphQLObjectType | null | undefined>> = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  return Object.fromEntries(
    Object.entries(roots).flatMap(([kind, type]) => (type ? [[kind, type.name]] : [])),
  );
}

function directiveOf(directive: GraphQLDirective): StatedDirective {
  const { args, locations, isRepeatable } = directive;
  return { ...nameOf(directive), args: args.map(inputOf), locations, isRepeatable };
}

function typeOf(type: GraphQLNamedType): StatedType {
  const named = nameOf(type);
  if (isScalarType(type)) return { kind: 'scalar', ...named, specifiedBy: type.specifiedByURL ?? undefined };
  if (isEnumType(type)) return { kind: 'enum', ...named, values: type.getValues().map(valueOf) };
  if (isUnionType(type)) return { kind: 'union', ...named, members: type.getTypes().map(({ name }) => name) };
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map(inputOf);
    return { kind: 'input', ...named, fields, isOneOf: type.isOneOf };
  }
  const interfaces = type.getInterfaces().map(({ name }) => name);
  const kind = isInterfaceType(type) ? 'interface' : 'object';
  return { kind, ...named, interfaces, fields: Object.values(type.getFields()).map(fieldOf) };
}

function fieldOf(field: GraphQLField<unknown, unknown>): StatedField {
  const { type, args, deprecationReason } = field;
  return {
    ...nameOf(field),
    type: String(type),
    args: args.map(inputOf),
    deprecated: deprecationReason ?? undefined,
  };
}

function inputOf(input: GraphQLArgument | GraphQLInputField): StatedInput {
  return {
    ...nameOf(input),
    type: String(input.type),
    default: defaultOf(input),
    deprecated: input.deprecationReason ?? undefined,
  };
}

/** As it was written: not every value of a custom scalar can be written anew. */
function defaultOf({ astNode, defaultValue, type }: GraphQLArgument | GraphQLInputField): string | undefined {
  if (defaultValue === undefined) return undefined;
  const value = astNode?.defaultValue ?? astFromValue(defaultValue, type);
  return value ? print(value) : undefined;
}

function valueOf(value: GraphQLEnumValue): StatedValue {
  return { ...nameOf(value), deprecated: value.deprecationReason ?? undefined };
}

function nameOf({ name, description }: { readonly name: string; readonly description?: string | null }) {
  return { name, description: description ?? undefined };
}
