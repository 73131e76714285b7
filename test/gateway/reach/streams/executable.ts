import { GraphQLInt, GraphQLObjectType, GraphQLSchema, type GraphQLFieldConfig } from 'graphql';

type Tick = GraphQLFieldConfig<unknown, { readonly n: number }>;

/** A schema whose only subscription is `tick`. */
export function makeExecutable({
  subscribe,
  resolve,
}: {
  readonly subscribe: () => AsyncIterable<unknown>;
  readonly resolve: (event: unknown, context: { readonly n: number }) => unknown;
}): GraphQLSchema {
  const tick: Tick = {
    type: GraphQLInt,
    subscribe,
    resolve: (event, _, context) => resolve(event, context),
  };
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { count: { type: GraphQLInt } } }),
    subscription: new GraphQLObjectType({ name: 'Subscription', fields: { tick } }),
  });
}
