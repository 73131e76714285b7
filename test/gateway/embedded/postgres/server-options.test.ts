import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startCluster, type Cluster } from '../../../../gateway/embedded/postgres/cluster.js';
import { ask, askAt, removableFolder, type RemovableFolder } from './a-data-folder.js';

const lines: string[] = [];
let folder: RemovableFolder;
let cluster: Cluster;

// One server for all, since these tests only look at it.
beforeAll(async () => {
  const log = { debug: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
  folder = await removableFolder();
  cluster = await startCluster({ folder: folder.path, log });
});

afterAll(async () => {
  await cluster.stop();
  await folder.remove();
});

test('the server is reached from this machine alone, with a password', async () => {
  const withoutPassword = new URL(cluster.url('postgres', 'postgres'));
  withoutPassword.password = 'guessed';

  const found = await ask(
    cluster,
    `SELECT current_setting('listen_addresses') AS address, current_setting('unix_socket_directories') AS socket,
            (SELECT count(*)::int FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256') AS open`,
  );

  expect(found).toEqual([{ address: '127.0.0.1', socket: '', open: 0 }]);
  await expect(askAt(withoutPassword.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
});

test('text is sorted and folded the same on every machine, and writes are durable', async () => {
  const found = await ask(
    cluster,
    `SELECT datlocprovider AS provider, datlocale AS locale, pg_encoding_to_char(encoding) AS encoding,
            lower('ĐẮK LẮK') AS lower, current_setting('fsync') AS fsync, current_setting('data_checksums') AS checksums
     FROM pg_database WHERE datname = current_database()`,
  );

  const expected = { provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8', lower: 'đắk lắk' };
  expect(found).toEqual([{ ...expected, fsync: 'on', checksums: 'on' }]);
});

test('the secret that the passwords follow from is for its owner alone', async () => {
  const secret = await stat(join(folder.path, 'postgres/hub.secret'));

  expect(secret.mode & 0o777).toBe(0o600);
});

test('the log tells no statement and no value of a record', async () => {
  await expect(ask(cluster, "SELECT 'Nguyễn Văn A'::integer")).rejects.toThrow('invalid input syntax');

  expect(lines.join('\n')).toContain('ready to accept connections');
  expect(lines.join('\n')).not.toContain('Nguyễn');
});

test('a server of the hub is small', async () => {
  const found = await ask(
    cluster,
    "SELECT current_setting('shared_buffers') AS memory, current_setting('max_connections') AS connections",
  );

  expect(found).toEqual([{ memory: '64MB', connections: '100' }]);
});
