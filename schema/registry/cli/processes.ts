import { spawn, type ChildProcess } from 'node:child_process';

/** How a program is run to its end. */
export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** What a program did. */
export interface Ran {
  /** Null when a signal ended it, or it could not be started. */
  readonly exit: number | null;
  /** All that it wrote. */
  readonly output: string;
}

/** Runs a program to its end. */
export function ran(file: string, args: readonly string[], { cwd, env, signal }: RunOptions): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const hear = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => resolve({ exit: null, output: `${output}${error.message}` }));
    child.once('close', (exit) => resolve({ exit, output }));
  });
}

/** Ends a program, with all that it started where it leads a group of its own, and waits until it is over. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    if (!endGroup(child.pid)) child.kill('SIGTERM');
  });
}

/** Whether there is such a group. */
function endGroup(leader: number | undefined): boolean {
  try {
    return leader !== undefined && process.kill(-leader, 'SIGTERM');
  } catch {
    return false;
  }
}
