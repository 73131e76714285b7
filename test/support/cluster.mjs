import { connected } from '../../dist/gateway/embedded/postgres/client.js';
import { startCluster } from '../../dist/gateway/embedded/postgres/cluster.js';
import { makeRunFolder } from './run-folder.mjs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

/** A database server in the folder of this run, which goes away with it. */
export async function startTestCluster() {
  const runFolder = await makeRunFolder();
  const cluster = await startCluster({ folder: await mkdtemp(join(runFolder.path, 'lien-thong-test-')) });
  return {
    url: cluster.url('postgres', 'postgres'),
    stop: async () => {
      await cluster.stop();
      await runFolder.remove();
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
