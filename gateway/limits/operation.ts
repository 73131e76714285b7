import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * Refuses an operation of a kind that the graph has not, such as a mutation of a graph without mutations, and one that has
 * several answers, where only one is wanted.
 *
 * @throws GraphQLError OPERATION_RESOLUTION_FAILURE, with status 400.
 */
export function requireRoot(schema: GraphQLSchema, { operation }: OperationDefinitionNode): void {
  if (!hasRoot(schema, operation)) throw refused(`This graph has no ${operation}s.`);
  if (operation === OperationTypeNode.SUBSCRIPTION) throw refused(SEVERAL_ANSWERS);
}

const SEVERAL_ANSWERS =
  'A subscription has several answers: ask over graphql-transport-ws, or take text/event-stream or multipart/mixed;subscriptionSpec=1.0.';

/** Whether the graph has operations of a kind. */
export function hasRoot(schema: GraphQLSchema, operation: OperationTypeNode): boolean {
  return !!schema.getRootType(operation);
}

/**
 * The operation of a document that is asked for; its only one where no name is given.
 *
 * An empty name is a name that no operation has: libraries disagree on it, and what one of them measures another would
 * not be the one to run.
 *
 * @throws GraphQLError OPERATION_RESOLUTION_FAILURE, with status 400, when there is none or it is not clear which one.
 */
export function operationIn(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  throw refused(
    name === undefined
      ? 'The document must hold exactly one operation, or the request must name one of them.'
      : 'The document holds no operation of the name that the request gives.',
  );
}

function refused(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
}
