import type { Logger } from '../schema/contract/log.js';
import {
  createApollo,
  HTTP_DEFAULTS,
  logFailures,
  serveGraphQL,
  type GraphQLApp,
  type HttpSettings,
  type RunningServer,
} from '../schema/contract/serve.js';
import { contextFor, type GatewayContext } from './context.js';
import { limitsFor, type Limits } from './limits.js';
import { requireRoot } from './limits/operation.js';
import { LIMIT_DEFAULTS, type LimitSettings } from './limits/settings.js';
import { probing } from './reach/probe.js';
import type { ReachTo } from './reach/reach.js';
import { REACH_DEFAULTS } from './reach/settings.js';
import { routesTo, type Shown } from './routes.js';
import { checkSupergraph } from './supergraph/check.js';
import { authenticator, type Authenticator } from './engine/authenticate/authenticator.js';
import { AUTHENTICATION_DEFAULTS, type AuthenticationSettings } from './engine/authenticate/settings.js';
import { plainRequests, type PlainParts } from './engine/accept/plain-requests.js';
import { SharedQueries } from './engine/accept/shared-queries.js';
import { asApolloGateway } from './engine/apollo-gateway.js';
import type { Engine } from './engine/engine.js';
import { loadEngine, type LoadedEngine } from './engine/load.js';
import { ENGINE_DEFAULTS, type EngineSettings } from './engine/settings.js';
import { decideByToken, type PolicyDecider } from './engine/filter/policies.js';
import { supergraphFacts } from './supergraph/facts.js';
import { reachesFor, type Reaches } from './supergraph/reaches.js';
import type { ApolloServerPlugin } from '@apollo/server';
import { parse, type GraphQLSchema } from 'graphql';

/** How much of the time for the readiness check a subgraph may take. */
const PROBE_SHARE = 0.75;

/** What a gateway is made of. */
export interface GatewayOptions extends Shown {
  /** Any federation 2 supergraph. */
  readonly supergraphSdl: string;
  /** How its subgraphs are reached. */
  readonly reach: ReachTo;
  readonly log: Logger;
  readonly host: string;
  /** TCP port; 0 asks the system for a free one. */
  readonly port: number;
  /** Whether clients may ask for the schema; they may unless told otherwise. */
  readonly introspection?: boolean;
  /** Whether what stands behind the gateway could answer; unless given, each subgraph is asked. */
  readonly isReady?: () => Promise<boolean>;
  readonly limits?: LimitSettings;
  readonly http?: HttpSettings;
  readonly engine?: EngineSettings;
  /** How clients' tokens are checked; unless given, no token is accepted. */
  readonly authentication?: AuthenticationSettings;
  /** Decides policies; unless given, the token does. */
  readonly decidePolicies?: PolicyDecider;
}

/** A gateway that is loaded and can be put on its port. */
export interface Gateway {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Begins to answer. @throws HubError INVALID_SETTING when the address cannot be used. */
  start(): Promise<Omit<RunningServer, 'stop'>>;
  /** Lets running requests finish within the bound, then lets go of everything. */
  stop(): Promise<void>;
}

/**
 * Loads a gateway on a supergraph.
 *
 * @throws HubError INVALID_SETTING when the text is no supergraph, demands rights that would go unenforced, or names a
 * subgraph that cannot be reached, or when the settings of authentication are incomplete.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraphSdl, log, host, port } = options;
  const authentication = authenticator(options.authentication ?? AUTHENTICATION_DEFAULTS, { log });
  const supergraph = checkSupergraph(supergraphSdl);
  const facts = supergraphFacts(supergraphSdl);
  const maxPrepared = REACH_DEFAULTS.SUBGRAPH_PREPARED_FETCHES;
  const reaches = reachesFor(supergraph, {
    reach: options.reach,
    facts,
    log,
    maxPrepared,
  });
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  const limits = limitsFor(schema, options.limits ?? LIMIT_DEFAULTS);
  const engine = loadEngine({
    schema,
    parse: (text) => limits.parse(text),
    document: parse(supergraphSdl, { noLocation: true }),
    facts,
    settings: options.engine ?? ENGINE_DEFAULTS,
    decidePolicies: options.decidePolicies ?? decideByToken,
    reachOf: (name) => reaches.of(name),
    outward: [...reaches.outward.keys()],
    log,
  });
  const app = appOn({ engine, reaches, authentication, limits }, options);
  let running: RunningServer | undefined;
  return {
    schema,
    async start() {
      running = await serveGraphQL(app, { host, port, log, settings: options.http ?? HTTP_DEFAULTS });
      return { url: running.url, port: running.port };
    },
    async stop() {
      await running?.stop();
      await Promise.all([reaches.close(), authentication.close()]);
    },
  };
}

interface Parts {
  readonly engine: LoadedEngine;
  readonly reaches: Reaches;
  readonly authentication: Authenticator;
  readonly limits: Limits;
}

function appOn(parts: Parts, options: GatewayOptions): GraphQLApp<GatewayContext> {
  const { engine, reaches, authentication, limits } = parts;
  const { log, introspection = true } = options;
  const { HTTP_READY_TIMEOUT_MS } = options.http ?? HTTP_DEFAULTS;
  const isReady = options.isReady ?? probing(reaches.outward, HTTP_READY_TIMEOUT_MS * PROBE_SHARE);
  const plugins = [refusingMissingRoots, tellingCost(limits.allowedCost)];
  const contextOf: GraphQLApp<GatewayContext>['contextFor'] = (origin, asked) =>
    contextFor(origin, asked, { authenticator: authentication, limits });
  return {
    apollo: createApollo(
      { gateway: asApolloGateway(engine, options.supergraphSdl) },
      { log, introspection, plugins },
    ),
    contextFor: contextOf,
    quick: plainRequests({
      documents: engine.documents,
      answer: answering(engine.engine, options.engine ?? ENGINE_DEFAULTS),
      contextFor: contextOf,
      introspection,
      allowedCost: limits.allowedCost,
      onErrors: (errors, requestId) => logFailures(log, errors, requestId),
    }),
    isReady,
    routes: routesTo(options, engine.engine.schema),
  };
}

function answering(engine: Engine, { SHARE_QUERIES }: EngineSettings): PlainParts['answer'] {
  const shared = new SharedQueries(engine);
  return (request, name) => (SHARE_QUERIES ? shared.answer(request, name) : engine.answer(request));
}

/** After Apollo has refused what may not come by GET. */
const refusingMissingRoots: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation }) => {
      if (operation) requireRoot(schema, operation);
    },
  }),
};

/** Tells the client of every answer how dear it was reckoned to be. */
function tellingCost(allowed: number): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ response, contextValue: { cost } }) {
        if (response.body.kind !== 'single' || cost === undefined) return;
        const { singleResult } = response.body;
        if (singleResult.data === undefined) return;
        singleResult.extensions = { ...singleResult.extensions, cost: { estimate: cost, allowed } };
      },
    }),
  };
}
