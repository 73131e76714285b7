import {
  Kind,
  type DocumentNode,
  type OperationTypeNode,
  type SchemaDefinitionNode,
  type SchemaExtensionNode,
} from 'graphql';

/** What composition calls the types at which operations begin. */
const ROOTS: Readonly<Record<OperationTypeNode, string>> = {
  query: 'Query',
  mutation: 'Mutation',
  subscription: 'Subscription',
};

/** Whether operations begin at a type. */
export function isRoot(type: string): boolean {
  return Object.values(ROOTS).includes(type);
}

/** The names that a subgraph's root types get in the supergraph, by the names that it gives them. */
export function rootNamesIn({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const schemas = definitions.filter(
    (each): each is SchemaDefinitionNode | SchemaExtensionNode =>
      each.kind === Kind.SCHEMA_DEFINITION || each.kind === Kind.SCHEMA_EXTENSION,
  );
  const operations = schemas.flatMap(({ operationTypes }) => operationTypes ?? []);
  return new Map(operations.map(({ operation, type }) => [type.name.value, ROOTS[operation]]));
}
