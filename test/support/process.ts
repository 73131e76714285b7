import { projectPath } from '../../schema/contract/project.js';
import { afterAll } from '@jest/globals';
import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';

/** One event of a process's log. */
export type LogEvent = Readonly<Record<string, unknown>> & { readonly msg?: string };

/** A process of the hub, started from the build as in production. */
export interface Started {
  readonly pid: number;
  readonly events: readonly LogEvent[];
  /** The first event that fits; also one that was logged before. @throws Error when the process ends without it. */
  event(fits: (event: LogEvent) => boolean): Promise<LogEvent>;
  /** Sends a signal and answers with the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** Answers when the process ended by itself. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** What the tests of a file started, and may have failed to end. */
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a built file of the project as a process of its own, with these settings and none of the shell's. */
export function startProcess(
  file: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Started {
  const command = [projectPath('dist', file), ...args];
  const cache = { NODE_COMPILE_CACHE: projectPath('dist', '.compile-cache') };
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...cache, ...settings };
  const child = spawn(process.execPath, command, {
    cwd: projectPath(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const log = new Log(child);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'));
  });
  return {
    pid: child.pid ?? 0,
    events: log.events,
    event: (fits) => log.event(fits),
    ended,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** The address at which a started process answers, without a path. */
export async function urlOf(started: Started): Promise<string> {
  const { url } = await started.event((event) => typeof event['url'] === 'string');
  return new URL(String(url)).origin;
}

class Log {
  readonly events: LogEvent[] = [];
  readonly #waiting = new Set<() => void>();
  #words = '';
  #isOver = false;

  constructor(child: ChildProcessByStdio<null, Readable, Readable>) {
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      this.events.push(...lines.map(eventOf));
      this.#tell();
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (this.#words += chunk));
    child.once('close', () => {
      this.#isOver = true;
      this.#tell();
    });
  }

  event(fits: (event: LogEvent) => boolean): Promise<LogEvent> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.events.find(fits);
        if (!found && !this.#isOver) return;
        this.#waiting.delete(look);
        if (found) resolve(found);
        else reject(new Error(`The process ended. ${JSON.stringify(this.events.slice(-3))} ${this.#words}`));
      };
      this.#waiting.add(look);
      look();
    });
  }

  #tell(): void {
    for (const look of this.#waiting) look();
  }
}

function eventOf(line: string): LogEvent {
  try {
    return JSON.parse(line) as LogEvent;
  } catch {
    return { msg: line };
  }
}
