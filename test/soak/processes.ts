import { projectPath } from '../../schema/contract/project.js';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** A process of the soak, to which messages can be sent. */
export interface SoakProcess {
  readonly child: ChildProcess;
  /** Told what it wrote as errors, as long as it was not killed. */
  onComplaint?: (words: string) => void;
  /** Told when it ends without being killed, and what it wrote as errors last. */
  onEnd?: (words: string) => void;
}

/** A script that is run by Node. */
export interface Script {
  readonly path: string;
  readonly args: readonly string[];
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Log lines from this level on are complaints. Source: pino, levels. */
const ERROR_LEVEL = 50;
/** How much of the errors of a process that ended is told. Unit: characters. */
const LAST_WORDS = 500;
/** Time for an answer to a message. Unit: milliseconds. */
const REPLY_LIMIT = 10_000;

/** Starts a script of the project, from its source where it is one. */
export function startScript({ path, args, nodeOptions = [], env }: Script): SoakProcess {
  const loader = path.endsWith('.ts') ? ['--import', '@oxc-node/core/register'] : [];
  const child = spawn(process.execPath, [...nodeOptions, ...loader, projectPath(path), ...args], {
    cwd: projectPath(),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const started: SoakProcess = { child };
  let last = '';
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    last = (last + words).slice(-LAST_WORDS);
    started.onComplaint?.(words);
  });
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (levelOf(line) >= ERROR_LEVEL) started.onComplaint?.(line);
    });
  child.on('close', (code, signal) => started.onEnd?.(`the process ended: ${code ?? signal} ${last}`.trim()));
  return started;
}

/** Kills a process as a failing machine does; what it says of that is no complaint. */
export async function killed(running: SoakProcess): Promise<void> {
  const { child } = running;
  running.onComplaint = undefined;
  running.onEnd = undefined;
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Sends a message; one that ended by itself gets none. */
export function tell({ child }: SoakProcess, message: string): void {
  if (child.connected) child.send(message);
}

/** Sends a message and waits for the reply. @throws Error when there is none in time. */
export async function replyTo<Reply>({ child }: SoakProcess, message: string): Promise<Reply> {
  const late = new AbortController();
  const reply = once(child, 'message', { signal: late.signal }) as Promise<[Reply]>;
  child.send(message);
  try {
    return await Promise.race([reply.then(([first]) => first), noReply(message, late.signal)]);
  } finally {
    late.abort();
    await reply.catch(() => undefined);
  }
}

async function noReply(message: string, signal: AbortSignal): Promise<never> {
  await delay(REPLY_LIMIT, undefined, { signal });
  throw new Error(`A process of the soak does not reply to "${message}".`);
}

/** Files and sockets that a process holds open. Unit: descriptors. */
export function openFiles({ child }: SoakProcess): number {
  return readdirSync(`/proc/${child.pid}/fd`).length;
}

function levelOf(line: string): number {
  try {
    return Number((JSON.parse(line) as { readonly level?: unknown }).level);
  } catch {
    return ERROR_LEVEL;
  }
}
