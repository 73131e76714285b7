import {
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { Thing } from './thing.js';

/** Gives every field of a schema's own object types one resolver, and every abstract type the way to the object's. */
export function answerWith<Context>(
  schema: GraphQLSchema,
  resolve: GraphQLFieldResolver<Thing | undefined, Context>,
): void {
  const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('_'));
  for (const type of own) {
    if (isInterfaceType(type) || isUnionType(type)) type.resolveType = ({ type: name }: Thing) => name;
    if (!isObjectType(type)) continue;
    const fields = Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'));
    for (const field of fields) field.resolve = resolve;
  }
}
