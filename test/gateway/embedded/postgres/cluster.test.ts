import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startCluster } from '../../../../gateway/embedded/postgres/cluster.js';
import { HubError } from '../../../../schema/contract/errors.js';
import { aCluster, aFolder, aUsedFolder, ask, serverOf, until } from './a-data-folder.js';

test('what was written before a stop is there after the next start', async () => {
  const folder = await aUsedFolder();
  const first = await aCluster(folder);
  await ask(first, 'CREATE TABLE kept AS SELECT 7 AS number');
  await first.stop();

  const second = await aCluster(folder);

  expect(await ask(second, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('a missing data folder is created, with all that leads to it', async () => {
  const folder = join(await aFolder(), 'deep', 'below');

  const cluster = await aCluster(folder);

  expect(cluster.isAlive()).toBe(true);
});

test('a second hub on the same data folder is refused, whatever path it takes to it', async () => {
  const folder = await aUsedFolder();
  const otherPath = join(await aFolder(), 'link');
  await symlink(folder, otherPath);
  const first = await aCluster(folder);

  const second = startCluster({ folder: otherPath });

  await expect(second).rejects.toMatchObject({ code: 'ALREADY_RUNNING' });
  await expect(second).rejects.toThrow('Another hub is using the data folder');
  expect(await ask(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a stopped cluster frees its folder, and may be stopped again', async () => {
  const folder = await aUsedFolder();
  const first = await aCluster(folder);
  await Promise.all([first.stop(), first.stop()]);

  const second = await aCluster(folder);

  expect([first.isAlive(), second.isAlive()]).toEqual([false, true]);
});

test('a stop cuts the connections that are still open', async () => {
  const cluster = await aCluster(await aUsedFolder());
  const endless = ask(cluster, 'SELECT pg_sleep(60)');
  const cut = expect(endless).rejects.toThrow('terminating connection');
  await until(async () => {
    const rows = await ask(cluster, "SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'");
    return (rows as readonly unknown[]).length === 1;
  });

  await cluster.stop();

  await cut;
});

test('whoever listens learns that the server died, and not that it was stopped', async () => {
  const folder = await aUsedFolder();
  const [first, heard] = [await aCluster(folder), Promise.withResolvers<void>()];
  first.onExit(heard.resolve);
  process.kill(await serverOf(folder), 'SIGKILL');
  await heard.promise;
  await first.stop();

  const second = await aCluster(folder);
  let isWronglyTold = false;
  second.onExit(() => (isWronglyTold = true));
  await second.stop();

  expect(isWronglyTold).toBe(false);
});

test('data of another major version is left alone', async () => {
  const folder = await aUsedFolder();
  const cluster = await aCluster(folder);
  await cluster.stop();
  await writeFile(join(folder, 'postgres/PG_VERSION'), '15\n');

  const start = startCluster({ folder });

  await expect(start).rejects.toThrow(/is of PostgreSQL 15, the bundled programs are PostgreSQL 18/);
  await expect(start).rejects.toMatchObject({ code: 'INVALID_SETTING', details: { setting: 'DATA_DIR' } });
});

test("a folder named as the cluster's that somebody else made is left alone", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'postgres'));
  await writeFile(join(folder, 'postgres/theirs'), 'theirs');

  const start = startCluster({ folder });

  await expect(start).rejects.toMatchObject({ code: 'INVALID_SETTING' });
  expect(await readFile(join(folder, 'postgres/theirs'), 'utf8')).toBe('theirs');
});

test('a data folder that is a file is refused by the name of the setting', async () => {
  const file = join(await aFolder(), 'file');
  await writeFile(file, '');

  const start = startCluster({ folder: file });

  await expect(start).rejects.toBeInstanceOf(HubError);
  await expect(start).rejects.toThrow(/DATA_DIR/);
});
