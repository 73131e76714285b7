import { existsSync } from 'node:fs';
import { text, type Text } from '../../../schema/contract/text.js';
import { findBinaries } from './binaries.js';
import { connected } from './client.js';
import { createCluster } from './create.js';
import { adoptCluster, secretOf } from './existing.js';
import { openDataFolder, type DataFolder } from './folder.js';
import { takeLock, type Lock } from './lock.js';
import { assertMayEnter, ownerOf } from './owner.js';
import { passwordOf, SUPERUSER, type Secret } from './secret.js';
import { startServer, type Server, type ServerLog } from './server.js';
import type { Site } from './site.js';
import { stopSurvivors } from './survivors.js';

/** Where the data lies, and who is told of what happens. */
export interface ClusterOptions {
  /** The data folder; created where it is missing. See `defaultDataFolder`. */
  readonly folder: string;
  /** Told what the server says. */
  readonly log?: ServerLog;
  /** Told each step before it begins. */
  readonly onProgress?: (step: Text) => void;
}

/** Something that knows how to reach a PostgreSQL server. */
export interface DatabaseServer {
  /** The address of a database, for a role. It holds the role's password: never log it. */
  url(database: string, role: string): string;
}

/** A PostgreSQL server of the hub's own, which lives no longer than the hub. */
export interface Cluster extends DatabaseServer {
  /** Stops the server and frees the data folder. Acknowledged writes are safe, open connections are cut. */
  stop(): Promise<void>;
  isAlive(): boolean;
  /** Calls `listener` if the server ends without having been stopped. */
  onExit(listener: () => void): void;
}

/**
 * Starts the server of a data folder: creates the cluster at the first start, ends what an earlier hub left running,
 * and answers when connections are accepted.
 *
 * @throws HubError ALREADY_RUNNING when another hub uses the folder, INVALID_SETTING when the folder or this machine
 * cannot be used, DATABASE_FAILED with PostgreSQL's last words when it does not start.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const folder = await openDataFolder(options.folder);
  const lock = takeLock(folder);
  try {
    const site = await prepare(folder, options);
    const secret = await secretOf(folder.cluster);
    return await answering(clusterOf(await startServer(site, options.log), secret, lock));
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function prepare(folder: DataFolder, { onProgress }: ClusterOptions): Promise<Site> {
  const owner = await ownerOf(folder.cluster);
  await assertMayEnter(owner, folder.root);
  const binaries = await findBinaries({
    owner,
    copyInto: folder.root,
    onCopy: () => onProgress?.(STEPS.copying),
  });
  const site = { owner, binaries, folder };
  await stopSurvivors(folder.cluster, () => onProgress?.(STEPS.stopping));
  if (!existsSync(folder.cluster)) {
    onProgress?.(STEPS.creating);
    await createCluster(site);
  }
  await adoptCluster(site);
  onProgress?.(STEPS.starting);
  return site;
}

function clusterOf(server: Server, secret: Secret, lock: Lock): Cluster {
  let isStopping = false;
  return {
    url: (database, role) =>
      addressOf({ database, role, port: server.port, password: passwordOf(secret, role) }),
    isAlive: () => server.isAlive(),
    onExit: (listener) => void server.ended.then(() => isStopping || listener()),
    stop: async () => {
      isStopping = true;
      await server.stop();
      lock.release();
    },
  };
}

/** The cluster, once a statement was answered. */
async function answering(cluster: Cluster): Promise<Cluster> {
  try {
    await connected(cluster.url(SUPERUSER, SUPERUSER), (client) => client.query('SELECT 1'));
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

interface Address {
  readonly port: number;
  readonly database: string;
  readonly role: string;
  readonly password: string;
}

function addressOf({ port, database, role, password }: Address): string {
  const [user, path] = [encodeURIComponent(role), encodeURIComponent(database)];
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${path}`;
}

const STEPS = {
  copying: text(
    'Sao chép chương trình PostgreSQL (chỉ lần đầu)',
    'Copying the PostgreSQL programs (first start only)',
  ),
  stopping: text('Dừng PostgreSQL của lần chạy trước', 'Stopping the PostgreSQL of an earlier run'),
  creating: text('Tạo kho dữ liệu (chỉ lần đầu)', 'Creating the data store (first start only)'),
  starting: text('Khởi động PostgreSQL', 'Starting PostgreSQL'),
} as const;
