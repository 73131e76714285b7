import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  aCluster,
  aFolder,
  afterwards,
  aHubProcess,
  ask,
  askAt,
  aUsedFolder,
  processesOf,
  serverOf,
  until,
  type HubProcess,
} from './a-data-folder.js';

test('a killed hub leaves no server, and the next start has all that was committed', async () => {
  const folder = await aUsedFolder();
  const hub = aHubProcess(folder);
  const address = await hub.saw('READY');
  await askAt(address, 'CREATE TABLE kept AS SELECT 7 AS number');

  hub.child.kill('SIGKILL');
  await until(async () => (await processesOf(folder)).size === 0);

  await expect(askAt(address, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  const next = await aCluster(folder);
  expect(await ask(next, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('the next start does not have to wait until the server of a killed hub has ended', async () => {
  const folder = await aUsedFolder();
  const hub = aHubProcess(folder);
  await hub.saw('READY');
  hub.child.kill('SIGKILL');
  await hub.ended;

  const next = await aCluster(folder);

  expect(next.isAlive()).toBe(true);
});

test('a server that was left running all the same is stopped by the next start', async () => {
  const folder = await aUsedFolder();
  const { server } = await anOrphan(folder);

  const next = await aCluster(folder);

  expect((await processesOf(folder)).has(server)).toBe(false);
  expect(await ask(next, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('a server that was killed as well blocks nothing, and nothing committed is lost', async () => {
  const folder = await aUsedFolder();
  const { server } = await anOrphan(folder);
  process.kill(server, 'SIGKILL');

  const next = await aCluster(folder);

  expect(await ask(next, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('a process-id file whose number another process has by now does not block the start', async () => {
  const folder = await aUsedFolder();
  const first = await aCluster(folder);
  const file = join(folder, 'postgres/postmaster.pid');
  const left = await readFile(file, 'utf8');
  await first.stop();
  const stranger = await aProcessLike(join(folder, 'postgres'));
  await writeFile(file, left.replace(/^\d+/, String(stranger)));

  const second = await aCluster(folder);

  expect(second.isAlive()).toBe(true);
  expect(process.kill(stranger, 0)).toBe(true);
});

test.each(['', 'not a number\n'])(
  'a damaged process-id file (%j) does not block the start',
  async (content) => {
    const folder = await aUsedFolder();
    const first = await aCluster(folder);
    await first.stop();
    await writeFile(join(folder, 'postgres/postmaster.pid'), content);

    const second = await aCluster(folder);

    expect(second.isAlive()).toBe(true);
  },
);

test('a hub that was killed while it created its cluster does not block the next start', async () => {
  const folder = await aFolder();
  const draft = join(folder, 'postgres.new');
  const hub = aHubProcess(folder);
  await hub.saw('STEP Creating');
  await until(() =>
    readdir(join(draft, 'postgres/base')).then(
      (found) => found.length > 0,
      () => false,
    ),
  );
  hub.child.kill('SIGKILL');
  await hub.ended;

  const next = await aCluster(folder);

  expect(await ask(next, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect((await readdir(folder)).toSorted()).toEqual(['hub.lock', 'postgres']);
});

test('Ctrl-C in the terminal reaches the hub, and not its server before the hub has stopped it', async () => {
  const folder = await aUsedFolder();
  const hub = aHubProcess(folder);
  await hub.saw('READY');

  interruptGroupOf(hub);

  await hub.saw('STILL SERVING');
  await hub.saw('STOPPED');
  await hub.ended;
  expect((await processesOf(folder)).size).toBe(0);
});

/** A server whose hub and whose guard were killed, with one table in it. */
async function anOrphan(folder: string): Promise<{ readonly server: number }> {
  const hub = aHubProcess(folder);
  await askAt(await hub.saw('READY'), 'CREATE TABLE kept AS SELECT 7 AS number');
  for (const [pid, program] of await processesOf(folder))
    if (program === '/bin/sh') process.kill(pid, 'SIGKILL');
  hub.child.kill('SIGKILL');
  await hub.ended;
  const server = await serverOf(folder);
  expect(process.kill(server, 0)).toBe(true);
  return { server };
}

/** A harmless process of the account that the folder belongs to. */
async function aProcessLike(folder: string): Promise<number> {
  const { uid, gid } = await stat(folder);
  const account = process.geteuid?.() === 0 ? { uid, gid } : {};
  const child = spawn('sleep', ['120'], { ...account, cwd: '/', stdio: 'ignore' });
  await once(child, 'spawn');
  afterwards(() => child.kill('SIGKILL'));
  return Number(child.pid);
}

function interruptGroupOf({ child }: HubProcess): void {
  process.kill(-Number(child.pid), 'SIGINT');
}
