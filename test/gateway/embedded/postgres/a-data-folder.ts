import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, jest } from '@jest/globals';
import { startCluster, type Cluster } from '../../../../gateway/embedded/postgres/cluster.js';
import { connected } from '../../../../gateway/embedded/postgres/client.js';
import type { Owner } from '../../../../gateway/embedded/postgres/owner.js';
import { projectPath } from '../../../../schema/contract/project.js';

/** Whoever wants to see what an ordinary account sees. */
export const NOBODY = { uid: 65_534, gid: 65_534 } as const;

// A server needs its time on a busy machine. Unit: milliseconds.
jest.setTimeout(60_000);

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

/** Does something after the test, last things first. */
export function afterwards(step: () => unknown): void {
  undo.push(step);
}

/** A folder for a test, and how to remove it. */
export interface RemovableFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** A folder that other accounts may pass through, as a data folder's surroundings usually are. */
export async function removableFolder(): Promise<RemovableFolder> {
  const path = await mkdtemp(join(tmpdir(), 'lien-thong-test-'));
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A folder that is gone after the test. */
export async function aFolder(): Promise<string> {
  const { path, remove } = await removableFolder();
  afterwards(remove);
  return path;
}

let used: Promise<RemovableFolder> | undefined;

afterAll(async () => (await used)?.remove());

/** A folder with a cluster that was made, used and stopped before; it is gone after the test. */
export async function aUsedFolder(): Promise<string> {
  used ??= usedOnce();
  const folder = await aFolder();
  await promisify(execFile)('cp', ['-a', `${(await used).path}/.`, folder]);
  return folder;
}

/** To make a cluster takes seconds, to copy it does not: a test file makes one. */
async function usedOnce(): Promise<RemovableFolder> {
  const folder = await removableFolder();
  const cluster = await startCluster({ folder: folder.path });
  await cluster.stop();
  return folder;
}

/** A cluster of this process, stopped after the test. */
export async function aCluster(folder: string): Promise<Cluster> {
  const cluster = await startCluster({ folder });
  afterwards(() => cluster.stop());
  return cluster;
}

/** The rows of a statement that the superuser runs. */
export function ask(cluster: Cluster, statement: string): Promise<unknown> {
  return askAt(cluster.url('postgres', 'postgres'), statement);
}

/** The rows of a statement at an address. */
export function askAt(url: string, statement: string): Promise<unknown> {
  return connected(url, async (client) => (await client.query(statement)).rows);
}

/** A hub in a process of its own. */
export interface HubProcess {
  readonly child: ChildProcess;
  /** The next line that it prints, and all that it printed before. */
  readonly saw: (line: string) => Promise<string>;
  readonly ended: Promise<void>;
}

/** Starts a hub that has a cluster and nothing else, as another account where one is given. */
export function aHubProcess(folder: string, account?: Owner): HubProcess {
  const program = projectPath('test/gateway/embedded/postgres/hub-process.mjs');
  const child = spawn(process.execPath, [program, folder], {
    ...account,
    cwd: projectPath(),
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  afterwards(() => (child.kill('SIGKILL'), ended));
  return { child, saw: watch(child), ended };
}

function watch(child: ChildProcess): HubProcess['saw'] {
  const lines: string[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => lines.push(line));
  return async (start) => {
    const found = (): string | undefined => lines.find((line) => line.startsWith(start));
    await until(() => found() !== undefined);
    return String(found()).slice(start.length).trim();
  };
}

/** Waits until something holds. @throws Error when it does not within 20 seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('What was waited for did not happen.');
    await pause(10);
  }
}

/** The processes whose command line names the folder: the program of each, by process id. */
export async function processesOf(folder: string): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    if (words.slice(1).some((word) => word.startsWith(folder))) found.set(Number(pid), words[0] ?? '');
  }
  return found;
}

/** The process id of the folder's server. */
export async function serverOf(folder: string): Promise<number> {
  const [line] = (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  return Number(line);
}
