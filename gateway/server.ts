import type { Logger } from '../schema/contract/log.js';
import {
  HTTP_DEFAULTS,
  serveGraphQL,
  type HttpSettings,
  type RunningServer,
} from '../schema/contract/serve.js';
import type { GatewayContext } from './context.js';
import { openDoor, type GatewayDoor } from './door/door.js';
import { DOOR_DEFAULTS, type DoorSettings } from './door/settings.js';
import { openEdition, type Edition } from './edition.js';
import { authenticator, type Authenticator } from './engine/authenticate/authenticator.js';
import { AUTHENTICATION_DEFAULTS, type AuthenticationSettings } from './engine/authenticate/settings.js';
import type { PolicyDecider } from './engine/filter/policies.js';
import type { openSupergraph } from './engine/plan/threads/open.js';
import type { PlanningThread } from './engine/plan/threads/planning-thread.js';
import type { EngineSettings } from './engine/settings.js';
import type { Fleet } from './fleet/fleet.js';
import { sharingReaches } from './launch/shared-reaches.js';
import type { LimitSettings } from './limits/settings.js';
import type { ReachTo } from './reach/reach.js';
import type { Shown } from './routes.js';
import { entranceTo } from './streams/entrance-to.js';
import { STREAM_DEFAULTS, type StreamSettings } from './streams/settings.js';
import { Succession, type SuccessionParts, type Taking } from './succession.js';
import type { Telemetry } from './telemetry/telemetry.js';
import type { Witness } from './usage/witness.js';
import { besideRequests, WITHOUT_BREAKS } from './supergraph/pace.js';
import type { GraphQLSchema } from 'graphql';

/** What a gateway is made of. */
export interface GatewayOptions extends Shown {
  /** Any federation 2 supergraph. */
  readonly supergraphSdl: string;
  /** How a supergraph is opened; unless given, each time anew. */
  readonly open?: typeof openSupergraph;
  /** A thread for planning that was started before the gateway, so that its start takes less time. */
  readonly thread?: PlanningThread;
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
  /** How requests come in; unless given, one operation with its text at a time, from the gateway's own pages. */
  readonly door?: DoorSettings;
  readonly http?: HttpSettings;
  readonly engine?: EngineSettings;
  /** How clients subscribe. */
  readonly streams?: StreamSettings;
  /** How clients' tokens are checked; unless given, no token is accepted. */
  readonly authentication?: AuthenticationSettings;
  /** Decides policies; unless given, the token does. */
  readonly decidePolicies?: PolicyDecider;
  /** What is shared with other gateways, whoever closes it; unless given, this one keeps to itself. */
  readonly fleet?: Pick<Fleet, 'storeFor' | 'texts' | 'isRevoked'>;
  /** Told of what clients ask of the first supergraph. */
  readonly witness?: Witness;
  /** How the gateway shows what it does; unless given, it counts and traces nothing. */
  readonly telemetry?: Telemetry;
}

/** A gateway that is loaded and can be put on its port. */
export interface Gateway {
  /** The schema that clients see now. */
  readonly schema: GraphQLSchema;
  /** Begins to answer. @throws HubError INVALID_SETTING when the address cannot be used. */
  start(): Promise<Omit<RunningServer, 'stop' | 'exchange'>>;
  /**
   * Puts another supergraph in the place of the present one, without a break for clients: what runs is finished on the
   * old one. One is taken over after the other; of those that wait only the newest counts.
   *
   * @throws HubError INVALID_SETTING as {@link createGateway} does; the present supergraph stays then.
   */
  takeOver(supergraphSdl: string, means?: Omit<Taking, 'supergraphSdl'>): Promise<void>;
  /** The edition that answers now. */
  readonly present: Edition;
  /** Lets running requests finish within the bound, then lets go of everything. */
  stop(): Promise<void>;
}

/**
 * Loads a gateway on a supergraph.
 *
 * @throws HubError INVALID_SETTING when the text is no supergraph, demands rights that would go unenforced, or names a
 * subgraph that cannot be reached, or when the settings of authentication or of the door are
 * incomplete.
 */
export async function createGateway(given: GatewayOptions): Promise<Gateway> {
  const options = { ...given, reach: sharingReaches(given.reach) };
  const { supergraphSdl, log, thread } = options;
  const lasting = await openLasting(options);
  const { authentication, door } = lasting;
  try {
    const open: SuccessionParts['open'] = ({ supergraphSdl: newer, witness }, signal) =>
      openEdition(newer, { options, authentication, door, pace: besideRequests(), witness, signal });
    const first = await openEdition(supergraphSdl, {
      options,
      authentication,
      door,
      pace: WITHOUT_BREAKS,
      witness: options.witness,
      thread,
    });
    const { STREAM_HANDOVER_MS: handoverMs } = options.streams ?? STREAM_DEFAULTS;
    const editions = new Succession(first, { open, handoverMs, log });
    return new ServedGateway(editions, { options, ...lasting });
  } catch (error) {
    await close(lasting);
    throw error;
  }
}

/** What stays the same whatever supergraph is served. */
interface Lasting {
  readonly authentication: Authenticator;
  readonly door: GatewayDoor;
}

async function openLasting(options: GatewayOptions): Promise<Lasting> {
  const { log, introspection = true, fleet, door: settings = DOOR_DEFAULTS } = options;
  const authentication = authenticator(options.authentication ?? AUTHENTICATION_DEFAULTS, {
    log,
    isRevoked: fleet?.isRevoked,
  });
  try {
    return { authentication, door: await openDoor(settings, { introspection, log, shared: fleet }) };
  } catch (error) {
    await authentication.close();
    throw error;
  }
}

async function close({ authentication, door }: Lasting): Promise<void> {
  door.close();
  await authentication.close();
}

/** What a gateway that is served works with. */
export interface Served extends Lasting {
  readonly options: GatewayOptions;
}

class ServedGateway implements Gateway {
  private running: RunningServer<GatewayContext> | undefined;

  constructor(
    private readonly editions: Succession,
    private readonly parts: Served,
  ) {}

  get schema(): GraphQLSchema {
    return this.editions.current.schema;
  }

  async start(): Promise<Omit<RunningServer, 'stop' | 'exchange'>> {
    const { host, port, log, http: settings = HTTP_DEFAULTS, telemetry } = this.parts.options;
    const metrics = telemetry?.metrics;
    const onAnswered = metrics && ((status: number) => metrics.request(status));
    const sockets = entranceTo(() => this.editions.current.app, this.parts);
    this.running = await serveGraphQL(this.editions.current.app, {
      host,
      port,
      log,
      settings,
      sockets,
      onAnswered,
    });
    return { url: this.running.url, port: this.running.port };
  }

  get present(): Edition {
    return this.editions.current;
  }

  takeOver(supergraphSdl: string, means?: Omit<Taking, 'supergraphSdl'>): Promise<void> {
    return this.editions.takeOver({ ...means, supergraphSdl }, async (app) => this.running?.exchange(app));
  }

  async stop(): Promise<void> {
    this.editions.end();
    await this.running?.stop();
    await Promise.all([this.editions.close(), close(this.parts)]);
  }
}
