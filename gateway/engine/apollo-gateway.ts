import { CHALLENGES } from '../../schema/contract/token/refusals.js';
import type { GatewayContext } from '../context.js';
import type { EngineAnswer, EngineRequest } from './engine.js';
import type { LoadedEngine } from './load.js';
import { HeaderMap, type ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

type ApolloGateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type Loaded = Awaited<ReturnType<ApolloGateway['load']>>;
type Executor = NonNullable<Loaded['executor']>;
type Operation = Parameters<Executor>[0];
type Result = Awaited<ReturnType<Executor>>;

/** An engine, and how its answers are got. */
export interface AnsweringEngine extends LoadedEngine {
  readonly answer: (request: EngineRequest) => Promise<EngineAnswer>;
}

/** The engine as Apollo Server knows a gateway. */
export function asApolloGateway(loaded: AnsweringEngine, coreSupergraphSdl: string): ApolloGateway {
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: loaded.engine.schema, coreSupergraphSdl });
      return () => undefined;
    },
    load: async () => ({ executor: (operation) => execute(loaded, operation) }),
    stop: async () => undefined,
  };
}

/** Runs an operation that Apollo Server has found valid. */
async function execute({ answer: answerTo, documents }: AnsweringEngine, asked: Operation): Promise<Result> {
  const { source, request, operationName } = asked;
  const operation = documents.get(source)?.operation(operationName ?? undefined);
  if (!operation) throw new Error('Apollo Server and the engine do not agree on an operation.');
  const { requestId, signal, address, caller, onlookers, client } = asked.context;
  const answer = await answerTo({
    operation,
    variables: request.variables ?? {},
    requestId,
    signal,
    address,
    caller,
    client,
    watch: onlookers?.watch,
  });
  const errors = answer.errors.map((error) => asError(error, answer.status));
  return {
    ...(answer.data !== undefined && { data: JSON.parse(answer.data) as Result['data'] }),
    ...(errors.length > 0 && { errors }),
  };
}

/** Apollo Server takes the status of an answer from its errors. */
function asError(
  { message, path, locations, extensions }: GraphQLFormattedError,
  status: number | undefined,
): GraphQLError {
  const error = new GraphQLError(message, {
    path,
    extensions: { ...extensions, ...(status !== undefined && { http: headOf(status) }) },
  });
  if (locations) Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
  return error;
}

function headOf(status: number) {
  return { status, headers: new HeaderMap(Object.entries(CHALLENGES.get(status) ?? {})) };
}
