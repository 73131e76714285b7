import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startCluster } from '../../../../gateway/embedded/postgres/cluster.js';
import { defaultDataFolder } from '../../../../gateway/embedded/postgres/folder.js';
import { assertMayEnter, canEnter, giveTo, isRoot } from '../../../../gateway/embedded/postgres/owner.js';
import { projectPath } from '../../../../schema/contract/project.js';
import {
  aCluster,
  aFolder,
  afterwards,
  aHubProcess,
  ask,
  askAt,
  aUsedFolder,
  NOBODY,
  processesOf,
  serverOf,
  until,
} from './a-data-folder.js';

// Root can become anybody: these tests need root, and those of an ordinary account a project that it can read.
const asRoot = isRoot() ? test : test.skip;
const asNobody = isRoot() && (await canEnter(NOBODY, projectPath('node_modules'))) ? test : test.skip;

asRoot('as root, the server runs as an account without rights, in a folder of its own', async () => {
  const folder = await aFolder();

  await aCluster(folder);

  const [data, server] = [
    await stat(join(folder, 'postgres')),
    await stat(`/proc/${await serverOf(folder)}`),
  ];
  expect([data.uid, data.mode & 0o777, server.uid]).toEqual([NOBODY.uid, 0o700, NOBODY.uid]);
});

asRoot('as root, a new and closed data folder is opened for passing through, not for listing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lien-thong-test-'));
  afterwards(() => rm(folder, { recursive: true }));

  const cluster = await aCluster(folder);

  expect(cluster.isAlive()).toBe(true);
  expect((await stat(folder)).mode & 0o777).toBe(0o711);
});

asRoot('as root, a data folder below a closed one is refused, and told which one is closed', async () => {
  const home = await aFolder();
  await chmod(home, 0o700);

  const start = startCluster({ folder: join(home, 'data') });

  await expect(start).rejects.toMatchObject({ code: 'INVALID_SETTING', details: { setting: 'DATA_DIR' } });
  await expect(start).rejects.toThrow(`${home} is closed to others`);
});

asRoot("as root, somebody's closed folder that holds other things is not opened", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'theirs'));
  await chmod(folder, 0o700);

  await expect(startCluster({ folder })).rejects.toThrow('closed to others');

  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

asRoot('as root, a project in a closed home has its default data folder elsewhere', async () => {
  const [home, open] = [await aFolder(), await aFolder()];
  await chmod(home, 0o700);

  const [closed, usual] = [await defaultDataFolder(home), await defaultDataFolder(open)];

  expect(closed).toMatch(/^\/var\/lib\/lien-thong-[0-9a-f]{8}$/);
  expect(usual).toBe(join(open, 'data'));
});

asRoot('as root, the data of an ordinary account stays that account’s', async () => {
  const folder = await aUsedFolder();
  const somebody = { uid: 12_345, gid: 12_345 };
  await giveTo(somebody, join(folder, 'postgres'));

  await aCluster(folder);

  expect((await stat(`/proc/${await serverOf(folder)}`)).uid).toBe(somebody.uid);
});

asRoot('as root, a backup that was put back as root is handed to the server’s account', async () => {
  const folder = await aUsedFolder();
  const first = await aCluster(folder);
  await ask(first, 'CREATE TABLE kept AS SELECT 7 AS number');
  await first.stop();
  await giveTo({ uid: 0, gid: 0 }, join(folder, 'postgres'));

  const restored = await aCluster(folder);

  expect(await ask(restored, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('where the hub may not become the account that the server needs, it says so', async () => {
  const nobodyAtAll = { uid: -1, gid: -1 };

  const entry = assertMayEnter(nobodyAtAll, await aFolder());

  await expect(entry).rejects.toMatchObject({ code: 'INVALID_SETTING' });
  await expect(entry).rejects.toThrow('Run the hub as an ordinary user');
});

asNobody('an ordinary account runs the server itself, and a kill leaves none', async () => {
  const folder = await aFolder();
  await chown(folder, NOBODY.uid, NOBODY.gid);
  const hub = aHubProcess(folder, NOBODY);
  const address = await hub.saw('READY');

  expect(await askAt(address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  hub.child.kill('SIGKILL');

  await until(async () => (await processesOf(folder)).size === 0);
  expect((await stat(join(folder, 'postgres'))).uid).toBe(NOBODY.uid);
});

asNobody(
  'an ordinary account is refused a data folder that it cannot write, or that holds another’s data',
  async () => {
    const [locked, foreign] = [await aFolder(), await aFolder()];
    await chown(foreign, NOBODY.uid, NOBODY.gid);
    await mkdir(join(foreign, 'postgres'));

    const hubs = [aHubProcess(locked, NOBODY), aHubProcess(foreign, NOBODY)];

    const [first, second] = await Promise.all(hubs.map((hub) => hub.saw('REFUSED INVALID_SETTING')));
    expect(first).toMatch(/cannot be written|cannot be opened/);
    expect(second).toContain('belongs to another account (uid 0)');
  },
);
