import {
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isNamedType,
  isObjectType,
  isInterfaceType,
} from 'graphql';

/** Whether clients that know the one type of a field can read every value of the other. */
export function isReadable(
  before: GraphQLOutputType,
  after: GraphQLOutputType,
  schema: GraphQLSchema,
): boolean {
  if (isNonNullType(before)) return isNonNullType(after) && isReadable(before.ofType, after.ofType, schema);
  if (isNonNullType(after)) return isReadable(before, after.ofType, schema);
  if (isListType(before)) return isListType(after) && isReadable(before.ofType, after.ofType, schema);
  if (isListType(after)) return false;
  return before.name === after.name || isNarrower(before.name, after, schema);
}

/** Source: graphql-js, where a field may come to answer one of the types of its former interface or union. */
function isNarrower(former: string, after: GraphQLOutputType, schema: GraphQLSchema): boolean {
  const abstract = schema.getType(former);
  if (!isAbstractType(abstract) || !isNamedType(after)) return false;
  return (isObjectType(after) || isInterfaceType(after)) && schema.isSubType(abstract, after);
}

/** Whether what clients give for the one type of an argument is taken by the other. */
export function isAccepted(before: GraphQLInputType, after: GraphQLInputType): boolean {
  if (isNonNullType(after)) return isNonNullType(before) && isAccepted(before.ofType, after.ofType);
  if (isNonNullType(before)) return isAccepted(before.ofType, after);
  if (isListType(before)) return isListType(after) && isAccepted(before.ofType, after.ofType);
  return !isListType(after) && before.name === after.name;
}
