import type { Logger } from '../../schema/contract/log.js';
import type { Running } from '../../schema/contract/process.js';
import { text } from '../../schema/contract/text.js';
import { CALLER_TOKEN_DEFAULTS, callerTokens } from '../../schema/contract/caller-token.js';
import { projectPath } from '../../schema/contract/project.js';
import type { PublishedSubgraph } from '../../schema/registry/compose.js';
import { readComposition } from '../../schema/registry/composition-file.js';
import type { OpenSubgraph } from '../../subgraphs/shared/subgraph.js';
import { optionsBy } from '../by-settings.js';
import { EXAMPLES_FOLDER, loadExamples } from '../explorer/examples.js';
import { reachInProcess } from '../reach/in-process.js';
import type { FetchObserver } from '../reach/reach.js';
import type { OpenOn, SupergraphSource } from '../launch/source.js';
import { reachOverHttp } from '../reach/http.js';
import { createGateway, type Gateway } from '../server.js';
import { connectAgencies, openAgencies } from './agencies.js';
import type { Announcer } from './announcer.js';
import { supergraphOf } from './composition.js';
import { requireFreePort } from './free-port.js';
import { startCluster, type Cluster } from './postgres/cluster.js';
import { defaultDataFolder } from './postgres/folder.js';
import { openOwnRegistry } from './registry/own-registry.js';
import type { HubSettings } from './settings.js';
import { openTrial, type Trial } from './trial/open.js';
import { Undo } from './undo.js';

/** What a hub is started with. */
export interface HubOptions {
  readonly settings: HubSettings;
  readonly log: Logger;
  readonly announcer: Announcer;
  /** Aborted when the start is no longer wanted. */
  readonly stop: AbortSignal;
  /** Told when the database server dies under the hub. */
  readonly onDatabaseLost: () => void;
  /** Told of every fetch, for tests that count them. */
  readonly onFetch?: FetchObserver;
}

/** A running hub. */
export interface Hub extends Running {
  /** Address without a path. */
  readonly url: string;
}

/**
 * Starts the whole hub in one process: the database server, every agency's subgraph, and the gateway before them.
 * What was started is stopped again when a later part fails, and in reverse order by `stop`.
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { settings, stop, announcer } = options;
  const undo = new Undo();
  try {
    const trial = await openTrial(settings, { undo, announcer });
    await requireFreePort(settings);
    const folder = settings.DATA_DIR ?? (await usualFolder(settings));
    const cluster = await startDatabases(folder, options);
    undo.add(() => cluster.stop());
    stop.throwIfAborted();
    const agencies = await openAgencies({ cluster, undo }, announcer);
    const listening = connectAgencies(agencies, options.log);
    const jobs = agencies.map((agency) => agency.startJobs(options.log));
    undo.add(async () => void (await Promise.all([...listening, ...jobs].map((each) => each.stop()))));
    stop.throwIfAborted();
    const url = await startGateway({ cluster, agencies, trial, folder, undo }, options);
    stop.throwIfAborted();
    return { url, stop: () => undo.all() };
  } catch (error) {
    await undo.all();
    throw error;
  }
}

/** What is changed on trial stays apart from what is kept. */
async function usualFolder({ TRIAL_TOKENS }: HubSettings): Promise<string> {
  const usual = await defaultDataFolder();
  return TRIAL_TOKENS ? `${usual}-trial` : usual;
}

async function startDatabases(folder: string, options: HubOptions): Promise<Cluster> {
  const { log, announcer, onDatabaseLost } = options;
  const cluster = await announcer.step(text('Khởi động PostgreSQL', 'Starting PostgreSQL'), () =>
    startCluster({ folder, log, onProgress: (step) => announcer.note(step) }),
  );
  cluster.onExit(onDatabaseLost);
  return cluster;
}

/** Where the agencies of the hub would answer if they ran apart. */
const COMPOSITION = projectPath('schema', 'supergraph.yaml');

interface Parts {
  readonly cluster: Cluster;
  readonly agencies: readonly OpenSubgraph[];
  readonly trial: Trial;
  readonly folder: string;
  readonly undo: Undo;
}

async function startGateway(parts: Parts, options: HubOptions): Promise<string> {
  const { announcer } = options;
  const { agencies, folder, undo } = parts;
  const source = await sourceFor(parts, options);
  const make = gatewaysOn(parts, options);
  const gateway = await announcer.step(text('Hợp nhất đồ thị', 'Composing the graph'), async () =>
    source ? source.open(make) : make(await supergraphOf(agencies.map(published), folder)),
  );
  undo.add(() => gateway.stop());
  const { url } = await gateway.start();
  if (source) follow(source, gateway, undo);
  return url;
}

/** Without a registry the graph is what the agencies of this process make together. */
async function sourceFor(
  { cluster, agencies, folder, undo }: Parts,
  { settings, log, announcer }: HubOptions,
): Promise<SupergraphSource | undefined> {
  const { REGISTRY_PORT: port, HOST: host } = settings;
  if (port === undefined) return undefined;
  const addresses = new Map((await readComposition(COMPOSITION)).map(({ name, url }) => [name, url]));
  const own = agencies.map(({ name, sdl }) => ({ name, sdl, url: addresses.get(name) ?? '' }));
  return openOwnRegistry(own, { cluster, folder, undo }, { port, host, launch: settings, log, announcer });
}

function follow(source: SupergraphSource, gateway: Gateway, undo: Undo): void {
  const stopping = new AbortController();
  undo.add(async () => {
    stopping.abort();
    await source.close();
  });
  source.follow(gateway, stopping.signal);
}

/** The hub's own agencies are reached within the process, those that join over HTTP. */
function gatewaysOn({ agencies, trial }: Parts, { settings, log, onFetch }: HubOptions): OpenOn {
  const tokens = callerTokens(CALLER_TOKEN_DEFAULTS);
  const inside = reachInProcess(agencies, { settings, log, onFetch });
  const outside = reachOverHttp({ settings, log, tokens, onFetch });
  const own = new Set(agencies.map(({ name }) => name));
  return async (supergraphSdl, witness) =>
    createGateway({
      ...(await optionsBy(settings)),
      ...trial,
      supergraphSdl,
      witness,
      reach: (subgraph) => (own.has(subgraph.name) ? inside(subgraph) : outside(subgraph)),
      publicKeys: tokens.jwks,
      log,
      examples: loadExamples(EXAMPLES_FOLDER),
      isReady: async () => (await Promise.all(agencies.map((agency) => agency.isReady()))).every(Boolean),
    });
}

/** As composition sees it; the address is never used, since the subgraph runs within the process. */
function published({ name, sdl }: OpenSubgraph): PublishedSubgraph {
  return { name, sdl, url: `embedded:${name}` };
}
