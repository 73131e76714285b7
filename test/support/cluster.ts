import { startCluster } from '../../gateway/embedded/postgres/cluster.js';
import { dropDatabase } from '../../gateway/embedded/postgres/databases.js';
import { connected } from '../../gateway/embedded/postgres/client.js';
import { testServer } from './server.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database server in a folder of its own, which goes away with it. */
export async function startTestCluster(): Promise<{ readonly url: string; stop(): Promise<void> }> {
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
export async function dropRun(): Promise<void> {
  const server = testServer();
  const { rows } = await connected(server.url('postgres', ''), (client) =>
    client.query('select datname from pg_database where datname like $1', [`${process.env['TEST_RUN']}%`]),
  );
  for (const row of rows) await dropDatabase(server, String(row['datname']));
}
