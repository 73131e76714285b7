import type { Logger } from '../schema/contract/log.js';
import {
  HTTP_DEFAULTS,
  serveGraphQL,
  type HttpSettings,
  type RunningServer,
} from '../schema/contract/serve.js';
import { gatewayApp } from './app.js';
import { limitsFor } from './limits.js';
import { LIMIT_DEFAULTS, type LimitSettings } from './limits/settings.js';
import type { ReachTo } from './reach/reach.js';
import { REACH_DEFAULTS } from './reach/settings.js';
import type { Shown } from './routes.js';
import { checkSupergraph } from './supergraph/check.js';
import { authenticator } from './engine/authenticate/authenticator.js';
import { AUTHENTICATION_DEFAULTS, type AuthenticationSettings } from './engine/authenticate/settings.js';
import { loadEngine } from './engine/load.js';
import { ENGINE_DEFAULTS, type EngineSettings } from './engine/settings.js';
import { decideByToken, type PolicyDecider } from './engine/filter/policies.js';
import { supergraphFacts } from './supergraph/facts.js';
import { reachesFor } from './supergraph/reaches.js';
import { parse, type GraphQLSchema } from 'graphql';

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
  const app = gatewayApp({ engine, reaches, authentication, limits }, options);
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
