import type { GraphQLApp } from '../schema/contract/serve.js';
import { gatewayApp } from './app.js';
import type { GatewayContext } from './context.js';
import type { GatewayDoor } from './door/door.js';
import { DOOR_DEFAULTS } from './door/settings.js';
import { DEFER } from './engine/accept/defer.js';
import type { Authenticator } from './engine/authenticate/authenticator.js';
import { AUTHENTICATION_DEFAULTS } from './engine/authenticate/settings.js';
import { accessRules, type AccessRules, type StatedRules } from '../schema/contract/access/rules.js';
import { decideByToken } from './engine/filter/policies.js';
import { typeRelations } from './engine/execute/type-relations.js';
import { loadEngine, type LoadedEngine } from './engine/load.js';
import { openSupergraph, type OpenSupergraph } from './engine/plan/threads/open.js';
import type { PlanningThread } from './engine/plan/threads/planning-thread.js';
import { ENGINE_DEFAULTS } from './engine/settings.js';
import { lifetimes } from './streams/lifetime.js';
import { OpenStreams } from './streams/open-streams.js';
import { STREAM_DEFAULTS } from './streams/settings.js';
import { limitsFor, type Limits } from './limits.js';
import { costRules, type CostRules, type StatedCosts } from './limits/cost-rules.js';
import { LIMIT_DEFAULTS } from './limits/settings.js';
import { REACH_DEFAULTS } from './reach/settings.js';
import type { GatewayOptions } from './server.js';
import { countingFields } from './telemetry/counting.js';
import { limitsWithTrust } from './trusted/limits.js';
import { apiSchemaFrom } from './supergraph/api/build.js';
import { supergraphFacts, type StatedFacts, type SupergraphFacts } from './supergraph/facts.js';
import { reachesFor, type Reaches } from './supergraph/reaches.js';
import type { Pace } from './supergraph/pace.js';
import type { Witness } from './usage/witness.js';
import { parse, type GraphQLSchema } from 'graphql';

/** A gateway on one supergraph, before it is put on its port. */
export interface Edition {
  readonly app: GraphQLApp<GatewayContext>;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** The subscriptions that run on it. */
  readonly streams: OpenStreams;
  readonly engine: LoadedEngine;
  readonly limits: Limits;
  /** Who may see what of it. */
  readonly rules: AccessRules;
  /** Lets go of everything, once nobody asks it any more. */
  close(): Promise<void>;
}

/** What an edition is made with. */
export interface EditionParts {
  readonly options: GatewayOptions;
  readonly authentication: Authenticator;
  readonly door: GatewayDoor;
  /** The breaks that are made for requests to other editions. */
  readonly pace: Pace;
  /** A planning thread that was started before. */
  readonly thread?: PlanningThread;
  /** Told of what clients ask of it. */
  readonly witness?: Witness;
  /** Aborted when the edition is not wanted any more. */
  readonly signal?: AbortSignal;
}

/**
 * Makes a gateway on a supergraph. What takes long is done in a thread, and the rest in pieces, so that requests to
 * another edition are answered meanwhile.
 *
 * @throws HubError INVALID_SETTING when the text is no supergraph, demands rights that would go unenforced, or names a
 * subgraph that cannot be reached.
 */
export async function openEdition(supergraphSdl: string, parts: EditionParts): Promise<Edition> {
  const { log, engine: settings = ENGINE_DEFAULTS, open = openSupergraph } = parts.options;
  const { thread, signal } = parts;
  const supergraph = await open(supergraphSdl, { settings, log, thread, signal });
  try {
    const edition = await editionOf({ supergraph, supergraphSdl }, parts);
    await supergraph.ready;
    signal?.throwIfAborted();
    return edition;
  } catch (error) {
    await supergraph.close();
    throw error;
  }
}

interface Opened {
  readonly supergraph: OpenSupergraph;
  readonly supergraphSdl: string;
}

async function editionOf(opened: Opened, parts: EditionParts): Promise<Edition> {
  const { options, authentication, door, pace } = parts;
  const facts = supergraphFacts(JSON.parse(opened.supergraph.reading.facts) as StatedFacts);
  await pace.rest();
  const schema = await apiSchemaFrom(opened.supergraph.reading.api, pace, [DEFER]);
  await pace.rest();
  const costs = costRules(JSON.parse(opened.supergraph.reading.costs) as StatedCosts);
  const limits = limitsOf(schema, costs, options);
  await pace.rest();
  const reaches = reachesOf(opened.supergraph, facts, options);
  const rules = accessRules(JSON.parse(opened.supergraph.reading.rules) as StatedRules);
  const engine = await engineOf(opened.supergraph, { options, schema, rules, facts, limits, reaches, pace });
  await pace.rest();
  const { supergraphSdl, supergraph } = opened;
  const streams = streamsOf(options, authentication);
  const { witness } = parts;
  const app = gatewayApp(
    { supergraphSdl, engine, reaches, authentication, door, limits, streams, witness },
    options,
  );
  const close = async () => {
    streams.end('NEW_SCHEMA');
    await Promise.all([reaches.close(), supergraph.close()]);
  };
  return { app, schema, streams, engine, limits, rules, close };
}

function streamsOf(options: GatewayOptions, authentication: Authenticator): OpenStreams {
  const { JWT_CLOCK_TOLERANCE_S } = options.authentication ?? AUTHENTICATION_DEFAULTS;
  const { STREAMS_MAX: max, STREAMS_PER_CALLER: maxPerCaller } = options.streams ?? STREAM_DEFAULTS;
  return new OpenStreams({
    max,
    maxPerCaller,
    observer: options.telemetry?.metrics?.streams,
    lifetimeOf: lifetimes(JWT_CLOCK_TOLERANCE_S),
    requireUnrevoked: (caller) => authentication.requireUnrevoked(caller),
  });
}

function limitsOf(
  schema: GraphQLSchema,
  costs: CostRules,
  { limits: settings = LIMIT_DEFAULTS, door = DOOR_DEFAULTS }: GatewayOptions,
): Limits {
  return limitsWithTrust((each) => limitsFor(schema, each, costs), settings, door);
}

function reachesOf(
  { reading }: OpenSupergraph,
  facts: SupergraphFacts,
  { reach, log }: GatewayOptions,
): Reaches {
  const maxPrepared = REACH_DEFAULTS.SUBGRAPH_PREPARED_FETCHES;
  return reachesFor(reading.subgraphs, { reach, facts, log, maxPrepared });
}

interface EngineParts {
  readonly options: GatewayOptions;
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
  readonly facts: SupergraphFacts;
  readonly limits: Limits;
  readonly reaches: Reaches;
  readonly pace: Pace;
}

async function engineOf(
  { reading, planner }: OpenSupergraph,
  { options, schema, rules, facts, limits, reaches, pace }: EngineParts,
): Promise<LoadedEngine> {
  const { engine: settings = ENGINE_DEFAULTS, decidePolicies = decideByToken, log } = options;
  await pace.rest();
  const relations = typeRelations(parse(reading.types, { noLocation: true }));
  await pace.rest();
  return loadEngine({
    schema,
    rules,
    relations,
    planner,
    facts,
    settings,
    decidePolicies,
    onRun: countingFields(facts, options.telemetry?.metrics),
    reachOf: (name) => reaches.of(name),
    addressOf: (name) => reaches.addressOf(name),
    outward: [...reaches.outward.keys()],
    log,
    maxFetches: (options.limits ?? LIMIT_DEFAULTS).QUERY_MAX_FETCHES,
    parse: (text) => limits.parse(text),
  });
}
