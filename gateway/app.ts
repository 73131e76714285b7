import { createApollo, HTTP_DEFAULTS, logFailures, type GraphQLApp } from '../schema/contract/serve.js';
import { contextFor, type GatewayContext } from './context.js';
import type { GatewayDoor } from './door/door.js';
import { guardingSchema } from './door/schema-rights.js';
import { InFlight } from './in-flight.js';
import { plainRequests, type PlainParts } from './engine/accept/plain-requests.js';
import { asApolloGateway } from './engine/apollo-gateway.js';
import type { Authenticator } from './engine/authenticate/authenticator.js';
import type { Engine, EngineAnswer } from './engine/engine.js';
import type { LoadedEngine } from './engine/load.js';
import { CLIENT_CHANGES } from './engine/shared-runs.js';
import { ENGINE_DEFAULTS, type EngineSettings } from './engine/settings.js';
import type { Limits } from './limits.js';
import { requireRoot } from './limits/operation.js';
import { probing } from './reach/probe.js';
import { answered } from './telemetry/answered.js';
import { counting } from './telemetry/counting.js';
import type { Metrics } from './telemetry/metrics.js';
import { NO_TELEMETRY } from './telemetry/telemetry.js';
import { routesTo } from './routes.js';
import type { OpenStreams } from './streams/open-streams.js';
import { STREAM_DEFAULTS } from './streams/settings.js';
import { streamedAnswers } from './streams/streamed.js';
import type { GatewayOptions } from './server.js';
import type { Reaches } from './supergraph/reaches.js';
import type { Witness } from './usage/witness.js';
import { witnessing, type Answer } from './usage/witnessing.js';
import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

/** How much of the time for the readiness check a subgraph may take. */
const PROBE_SHARE = 0.75;

/** What a gateway's answers are made with. */
export interface GatewayParts {
  readonly supergraphSdl: string;
  readonly engine: LoadedEngine;
  readonly reaches: Reaches;
  readonly authentication: Authenticator;
  readonly door: GatewayDoor;
  readonly limits: Limits;
  readonly streams: OpenStreams;
  /** Told of what clients ask. */
  readonly witness?: Witness;
}

/** The gateway as its HTTP server knows it: plain requests go straight to the engine, all others through Apollo Server. */
export function gatewayApp(parts: GatewayParts, options: GatewayOptions): GraphQLApp<GatewayContext> {
  const { supergraphSdl, engine, reaches, authentication, limits, door, streams: open, witness } = parts;
  const { log, streams: settings = STREAM_DEFAULTS } = options;
  const { allowedCost } = limits;
  const { HTTP_READY_TIMEOUT_MS } = options.http ?? HTTP_DEFAULTS;
  const { rights, rates } = door;
  const isReady = options.isReady ?? probing(reaches.outward, HTTP_READY_TIMEOUT_MS * PROBE_SHARE);
  const plugins = [guardingSchema(door.rights), refusingMissingRoots, tellingBeside(limits.allowedCost)];
  const telemetry = options.telemetry ?? NO_TELEMETRY;
  const { lookAt, metrics } = telemetry;
  const counted = countedBy(metrics, witness);
  return {
    apollo: createApollo(
      {
        gateway: asApolloGateway(
          { ...engine, answer: counted((request) => engine.engine.answer(request)) },
          supergraphSdl,
        ),
      },
      // Whether a caller may ask for the schema is decided by the door.
      { log, introspection: true, plugins },
    ),
    contextFor: (origin, asked) =>
      contextFor(origin, asked, { authenticator: authentication, limits, rates, lookAt }),
    quick: plainRequests({
      documents: engine.documents,
      answer: counted(answering(engine.engine, options.engine ?? ENGINE_DEFAULTS)),
      introspection: rights.areForAll,
      allowedCost: limits.allowedCost,
      onErrors: (errors, requestId) => logFailures(log, errors, requestId),
    }),
    onAnswered: answered(telemetry),
    streamed: settings.STREAMS
      ? streamedAnswers({ engine, open, settings, allowedCost, rights, log, metrics, witness })
      : undefined,
    isReady,
    door: door.http(limits.allowedCost),
    routes: routesTo(options, engine.engine.schema),
  };
}

/** Has answers counted, and a witness told of them. */
function countedBy(metrics: Metrics | undefined, witness: Witness | undefined) {
  const count = counting(metrics);
  const tell = witnessing(witness);
  return <Rest extends readonly unknown[]>(answer: Answer<Rest>) => count(tell(answer));
}

/** Changes are counted by the engine, since some come on other ways. */
function answering(engine: Engine, { SHARE_QUERIES }: EngineSettings): PlainParts['answer'] {
  if (!SHARE_QUERIES) return (request) => engine.answer(request);
  const inFlight = new InFlight<EngineAnswer>(CLIENT_CHANGES);
  return (request, name) => {
    const { operation, caller, signal, watch } = request;
    if (watch || operation.definition.operation !== OperationTypeNode.QUERY) return engine.answer(request);
    const key = `${JSON.stringify(request.variables)} ${name}`;
    return inFlight.join({
      caller,
      key,
      signal,
      begin: (wanted) => engine.answer({ ...request, signal: wanted }),
    });
  };
}

/** After Apollo has refused what may not come by GET. */
const refusingMissingRoots: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation }) => {
      if (operation) requireRoot(schema, operation);
    },
  }),
};

/** Tells the client of every answer how dear it was reckoned to be, and how it was answered if the client may see that. */
function tellingBeside(allowed: number): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ response, contextValue: { cost, onlookers } }) {
        if (response.body.kind !== 'single' || cost === undefined) return;
        const { singleResult } = response.body;
        if (singleResult.data === undefined) return;
        const plan = onlookers?.plan?.seen();
        const beside = { cost: { estimate: cost, allowed }, ...(plan && { plan }) };
        singleResult.extensions = { ...singleResult.extensions, ...beside };
      },
    }),
  };
}
