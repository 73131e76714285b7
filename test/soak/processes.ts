import { projectPath } from '../../schema/contract/project.js';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A process of the soak. */
export interface SoakProcess {
  readonly child: ChildProcess;
  /** What it wrote as errors. */
  readonly complaints: string[];
}

/** A script that is run by Node. */
export interface Script {
  readonly path: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Log lines from this level on are complaints. Source: pino, levels. */
const ERROR_LEVEL = 50;

/** Starts a script of the project, from its source where it is one. */
export function startScript({ path, args, env }: Script): SoakProcess {
  const loader = path.endsWith('.ts') ? ['--import', '@oxc-node/core/register'] : [];
  const child = spawn(process.execPath, [...loader, projectPath(path), ...args], {
    cwd: projectPath(),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (levelOf(line) >= ERROR_LEVEL) complaints.push(line);
  });
  return { child, complaints };
}

/** Kills a process as a failing machine does. */
export async function killed({ child }: SoakProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Memory that a process holds. Unit: bytes. */
export function residentBytes({ child }: SoakProcess): number {
  const [, kilobytes = 'NaN'] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}

function levelOf(line: string): number {
  try {
    return Number((JSON.parse(line) as { readonly level?: unknown }).level);
  } catch {
    return ERROR_LEVEL;
  }
}
