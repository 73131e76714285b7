import { quiet } from '../../schema/contract/http/apollo.js';
import type { Logger } from '../../schema/contract/log.js';
import type { Reach } from '../reach/reach.js';
import { dataSourceOver } from './data-source.js';
import type { SupergraphFacts } from './facts.js';
import { silentNullError } from './silent-nulls.js';
import { ApolloGateway } from '@apollo/gateway';
import { getVariableValues, type GraphQLError, type GraphQLSchema } from 'graphql';

/** What plans and runs operations over subgraphs. Nothing outside of this folder knows which engine it is. */
export interface Engine {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly execute: Executor;
  stop(): Promise<void>;
}

type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];
type Operation = Parameters<Executor>[0];
type Result = Awaited<ReturnType<Executor>>;

/** What an engine is made of. */
export interface EngineParts {
  readonly supergraphSdl: string;
  readonly facts: SupergraphFacts;
  /** The way to the subgraph of a name. */
  readonly reachOf: (name: string) => Reach;
  readonly log: Logger;
}

/** Plans that are weighed for one operation. Unit: plans. */
const MAX_EVALUATED_PLANS = 1_000;
/** Wrong values of variables that are told at once. Unit: errors. */
const MAX_VARIABLE_ERRORS = 20;
/** Plans that are kept. Unit: MiB of JSON. */
const PLAN_CACHE_MIB = 30;

/** Loads the stock Apollo gateway on a supergraph, with data sources of our own and its telemetry off. */
export async function loadEngine({ supergraphSdl, facts, reachOf, log }: EngineParts): Promise<Engine> {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => dataSourceOver(reachOf(name)),
    logger: quiet(log),
    // It was checked before, and checking costs most of the time that loading takes.
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
    experimental_approximateQueryPlanStoreMiB: PLAN_CACHE_MIB,
    queryPlannerConfig: { debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS } },
  });
  const { schema, executor } = await gateway.load();
  const execute: Executor = async (operation) =>
    wrongVariables(operation) ?? explained(await executor(operation), operation, facts);
  return { schema, execute, stop: () => gateway.stop() };
}

/** Stock Apollo tells of every wrong item of a list, however long; here it ends after the first few. */
function wrongVariables({ schema, operation, request }: Operation): Result | null {
  const variables = request.variables ?? {};
  const { variableDefinitions = [] } = operation;
  const { errors } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: MAX_VARIABLE_ERRORS,
  });
  return errors ? { errors } : null;
}

/** Stock Apollo tells of nulls that it makes in an extension of its own; here they are errors like any other. */
function explained(result: Result, operation: Operation, facts: SupergraphFacts): Result {
  const { valueCompletion: silent } = (result.extensions ?? {}) as {
    readonly valueCompletion?: GraphQLError[];
  };
  if (!silent) return result;
  const { document, schema, operationName } = operation;
  const place = { document, schema, operationName, facts };
  const errors = silent.map(({ path = [] }) => silentNullError({ path, ...place }));
  return { data: result.data, errors };
}
