import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { text } from '../../../schema/contract/text.js';
import { serverFailed } from './failure.js';
import { STOPPING } from './stopping.js';

/** A process of PostgreSQL that an earlier hub left behind. */
interface Survivor {
  readonly pid: number;
  /** The program itself, not one of the processes that the server started. */
  readonly isProgram: boolean;
}

const PROGRAMS = new Set(['postgres', 'initdb']);

/** Between two looks at a process that is ending. Unit: milliseconds. */
const LOOK_AGAIN = 20;

/**
 * Stops whatever PostgreSQL still runs in this folder, gently first, and removes a process-id file that would mislead
 * the next server. The caller holds the lock of the data folder.
 *
 * Processes are known by their working folder, not by a number in a file that another process may have by now.
 *
 * @throws HubError DATABASE_FAILED when they do not end.
 */
export async function stopSurvivors(cluster: string, onFound: () => void): Promise<void> {
  const found = await survivorsIn(cluster);
  if (found.length > 0) onFound();
  for (const { signal, patience } of STOPPING) await stopWith(cluster, signal, patience);
  const left = await survivorsIn(cluster);
  if (left.length > 0) throw doNotEnd(left);
  await dropMisleadingPid(join(cluster, 'postmaster.pid'));
}

async function stopWith(cluster: string, signal: NodeJS.Signals, patience: number): Promise<void> {
  const all = await survivorsIn(cluster);
  // A gentle signal is for the server alone: its processes would take it for something else.
  const targets = signal === 'SIGINT' ? all.filter(({ isProgram }) => isProgram) : all;
  for (const { pid } of targets) send(signal, pid);
  const deadline = Date.now() + patience;
  while (targets.length > 0 && Date.now() < deadline && (await survivorsIn(cluster)).length > 0)
    await pause(LOOK_AGAIN);
}

async function survivorsIn(cluster: string): Promise<readonly Survivor[]> {
  const place = await placeOf(cluster);
  if (place === null) return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const seen = await Promise.all(pids.map((pid) => look(Number(pid), place)));
  return seen.filter((survivor) => survivor !== null);
}

async function look(pid: number, place: string): Promise<Survivor | null> {
  if ((await placeOf(`/proc/${pid}/cwd`)) !== place) return null;
  const [program = ''] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  const isProgram = PROGRAMS.has(basename(program));
  return isProgram || program.startsWith('postgres: ') ? { pid, isProgram } : null;
}

/** Tells folders apart whatever they are called. */
async function placeOf(folder: string): Promise<string | null> {
  const found = await stat(folder, { bigint: true }).catch(() => null);
  return found && `${found.dev}:${found.ino}`;
}

/** PostgreSQL takes any living process with the recorded number for a server of this folder. */
async function dropMisleadingPid(file: string): Promise<void> {
  const [line = ''] = (await readFile(file, 'utf8').catch(() => 'none')).split('\n');
  if (line === 'none') return;
  if (!/^\d+$/.test(line) || send(0, Number(line))) await rm(file, { force: true });
}

/** Whether there was such a process. */
function send(signal: NodeJS.Signals | 0, pid: number): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function doNotEnd(left: readonly Survivor[]): Error {
  const pids = left.map(({ pid }) => pid).join(', ');
  return serverFailed(
    text(
      `PostgreSQL của lần chạy trước không dừng được (tiến trình ${pids}).`,
      `The PostgreSQL of an earlier run does not stop (process ${pids}).`,
    ),
    [],
  );
}
