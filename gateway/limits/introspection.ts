import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** How long a list of introspection is. Unit: rows. */
export interface IntrospectionRows {
  /** In every type of the schema together, over the number of types. */
  readonly mean: number;
  /** In the type that has the most. */
  readonly most: number;
}

/** The lists of introspection, by their names, as long as one schema has them. */
export type IntrospectionLists = ReadonlyMap<string, IntrospectionRows>;

/** The list of all types: what stands below it is asked of each type once. */
export const ALL_TYPES = 'types';

/** Objects of introspection, which the gateway has at hand, that cost as much as one of an agency. Unit: objects. */
export const INTROSPECTION_OBJECTS_PER_COST = 20;

/** Counts the lists of introspection once for a schema. */
export function introspectionLists(schema: GraphQLSchema): IntrospectionLists {
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap(fieldsOf);
  const directives = schema.getDirectives();
  return new Map([
    [ALL_TYPES, rowsOf([types.length])],
    ['directives', rowsOf([directives.length])],
    ['fields', rowsOf(types.map((type) => fieldsOf(type).length))],
    ['args', rowsOf([...fields, ...directives].map(({ args }) => args.length))],
    ['inputFields', rowsOf(types.map((type) => inputFieldCount(type)))],
    ['enumValues', rowsOf(types.map((type) => (isEnumType(type) ? type.getValues().length : 0)))],
    ['interfaces', rowsOf(types.map((type) => interfaceCount(type)))],
    ['possibleTypes', rowsOf(types.map((type) => possibleCount(schema, type)))],
  ]);
}

function rowsOf(counts: readonly number[]): IntrospectionRows {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { mean: total / Math.max(counts.length, 1), most: Math.max(0, ...counts) };
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function inputFieldCount(type: GraphQLNamedType): number {
  return isInputObjectType(type) ? Object.keys(type.getFields()).length : 0;
}

function interfaceCount(type: GraphQLNamedType): number {
  return isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().length : 0;
}

function possibleCount(schema: GraphQLSchema, type: GraphQLNamedType): number {
  return isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).length : 0;
}
