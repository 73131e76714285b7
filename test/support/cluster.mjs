import { connected } from '../../dist/gateway/embedded/postgres/client.js';
import { startCluster } from '../../dist/gateway/embedded/postgres/cluster.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database server in a folder of its own, which goes away with it. */
export async function startTestCluster() {
  const folder = await mkdtemp(join(tmpdir(), 'lien-thong-test-'));
  const cluster = await startCluster({ folder });
  return {
    url: cluster.url('postgres', 'postgres'),
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Drops every database that this run made on a server it was given. */
export async function dropRun() {
  await connected(process.env.TEST_SERVER_URL, async (client) => {
    const { rows } = await client.query('select datname from pg_database where datname like $1', [
      `${process.env.TEST_RUN}%`,
    ]);
    for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
  });
}
