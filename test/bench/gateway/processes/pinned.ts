import { projectPath } from '../../../../schema/contract/project.js';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';

/** How a process of the benchmark is started. */
export interface Command {
  /** What is run, by Node. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it talks with its parent by messages. */
  readonly hasMessages?: boolean;
}

/** A process that runs on one core alone. */
export interface Pinned {
  readonly pid: number;
  readonly child: ChildProcess;
  /** The last that it wrote to its outputs. */
  readonly words: () => string;
  stop(): Promise<void>;
}

/** How much of a process's output is kept. Unit: characters. */
const KEPT_WORDS = 4_000;

/** How long a process may take to stop before it is killed. Unit: milliseconds. */
const STOP_LIMIT = 5_000;

/** Starts a Node process on one core, and none of the shell's settings with it. */
export function startPinned(core: number, command: Command): Pinned {
  const { script, args = [], nodeOptions = [], cwd = projectPath(), env = {}, hasMessages } = command;
  const child = spawn('taskset', ['-c', String(core), process.execPath, ...nodeOptions, script, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(hasMessages ? (['ipc'] as const) : [])],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (words = (words + chunk).slice(-KEPT_WORDS)));
  }
  return { pid: child.pid ?? 0, child, words: () => words, stop: () => stopped(child) };
}

/** Keeps this process, which reads what the gateways log, off their core. @param core the one it runs on. */
export function keepOffGateways(core: number): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(process.pid)]);
}

/** A script of the benchmark itself, run from its source. */
export function fromSource(path: string): Pick<Command, 'script' | 'nodeOptions'> {
  return {
    script: projectPath('test', 'bench', 'gateway', path),
    nodeOptions: ['--import', '@oxc-node/core/register'],
  };
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const last = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
    child.once('exit', () => {
      clearTimeout(last);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
