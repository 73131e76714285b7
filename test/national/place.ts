import { startCluster } from '../../gateway/embedded/postgres/cluster.js';
import { ensureDatabase } from '../../gateway/embedded/postgres/databases.js';
import { Undo } from '../../gateway/embedded/undo.js';
import { readSettings } from '../../schema/contract/settings.js';
import { PLANS } from '../../subgraphs/plans.js';
import { openSubgraph, preparationSql, type OpenSubgraph } from '../../subgraphs/shared/subgraph.js';
import { deliver } from '../support/loaded.js';
import { SeedRefused } from './options.js';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** The agencies on their databases, with the first data. */
export interface OpenPlace {
  readonly agencies: readonly Agency[];
  close(): Promise<void>;
}

/** An agency with the address of its database. */
export interface Agency {
  readonly subgraph: OpenSubgraph;
  readonly databaseUrl: string;
}

/** Addresses of databases by the name of the subgraph; none when there is to be a cluster of one's own. */
export type Addresses = ReadonlyMap<string, string> | undefined;

/** The addresses that the environment gives: all of them or none. @throws SeedRefused */
export function addressesIn(environment: NodeJS.ProcessEnv): Addresses {
  const names = PLANS.map(({ name }) => [name, `${name.toUpperCase()}_DATABASE_URL`] as const);
  const rules = Object.fromEntries(names.map(([, setting]) => [setting, z.url().optional()]));
  const settings = readSettings(rules, environment);
  const given = names.flatMap(([name, setting]) => {
    const url = settings[setting];
    return url ? [[name, url] as const] : [];
  });
  if (given.length === 0) return undefined;
  if (given.length === names.length) return new Map(given);
  throw new SeedRefused(`Give all addresses or none: ${names.map(([, setting]) => setting).join(', ')}.`);
}

/** Where the cluster of a nation of some size lies when nobody says otherwise. */
export function defaultFolder(scale: number): string {
  const caches =
    process.getuid?.() === 0 ? '/var/cache' : (process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'));
  return join(caches, 'lien-thong', `national-${scale}`);
}

/** Opens the agencies at the addresses, or in a cluster in the folder, and brings them up to date. */
export async function openPlace(addresses: Addresses, folder: string): Promise<OpenPlace> {
  const undo = new Undo();
  try {
    const urls = addresses ?? (await clusterIn(folder, undo));
    const agencies: Agency[] = [];
    for (const plan of PLANS) {
      const databaseUrl = urls.get(plan.name) ?? '';
      const subgraph = await openSubgraph(plan, { databaseUrl });
      undo.add(() => subgraph.close());
      await subgraph.database.migrate();
      await subgraph.load();
      agencies.push({ subgraph, databaseUrl });
    }
    await deliver(agencies.map(({ subgraph }) => subgraph));
    return { agencies, close: () => undo.all() };
  } catch (error) {
    await undo.all();
    throw error;
  }
}

/** The hub's own kind of cluster, so that a hub can be started on the folder afterwards. */
async function clusterIn(folder: string, undo: Undo): Promise<ReadonlyMap<string, string>> {
  const cluster = await startCluster({ folder });
  undo.add(() => cluster.stop());
  for (const { name } of PLANS)
    await ensureDatabase(cluster, { database: name, role: name, prepare: preparationSql(name) });
  return new Map(PLANS.map(({ name }) => [name, cluster.url(name, name)]));
}
