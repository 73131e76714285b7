import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Owner } from './owner.js';
import { ENVIRONMENT } from './run.js';

/** A program that must not outlive the hub. */
export interface Launch {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Its working folder; also how a later hub recognises it. */
  readonly folder: string;
  readonly owner: Owner;
  readonly whenHubDies: keyof typeof LAST_ACTS;
  /** Told each line that the program writes to its error output. */
  readonly onLine: (line: string) => void;
}

/** A program that was launched. */
export interface Launched {
  isAlive(): boolean;
  signal(signal: NodeJS.Signals): void;
  /** Lets the same happen as when the hub dies. */
  abandon(): void;
  /** Settles when the program itself has ended. */
  readonly ended: Promise<void>;
  /** Settles when its last line has been told too; all that it started has ended then. */
  readonly silent: Promise<void>;
  /** Whether it ended well. */
  succeeded(): boolean;
}

/** What happens to a program when the hub is gone: the signal, and whether its children get it as well. */
const LAST_ACTS = {
  INTERRUPT_IT: ['INT', ''],
  KILL_ITS_GROUP: ['KILL', '-'],
} as const;

/**
 * Becomes the program, and leaves behind a shell that waits for the end of a pipe whose other end only the hub holds.
 * The system closes it however the hub ends. That shell is nobody's child here: PostgreSQL minds children unknown to it.
 */
const GUARDED = `
signal=$1 target=$2$$
shift 2
( ( cd /; trap '' HUP INT QUIT TERM; read -r _ <&3; kill -s "$signal" -- "$target" ) >/dev/null 2>&1 & )
exec "$@" 3<&-
`;

/** Longest line kept from a program. Unit: characters. */
const LINE_LIMIT = 2_000;

/**
 * Launches a program in a process group of its own, so that Ctrl-C in the hub's terminal does not reach it.
 * It ends soon after the hub, even when that is killed.
 */
export function launch({ command, folder, owner, whenHubDies, onLine, ...rest }: Launch): Launched {
  const words = ['-c', GUARDED, 'sh', ...LAST_ACTS[whenHubDies], command, ...rest.arguments];
  const child = spawn('/bin/sh', words, {
    ...owner,
    cwd: folder,
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  readLines(child.stdio[2] as Readable, onLine);
  return launched(child, onLine);
}

function launched(child: ChildProcess, onLine: (line: string) => void): Launched {
  const ended = Promise.withResolvers<void>();
  const silent = Promise.withResolvers<void>();
  child.once('exit', () => (child.stdio[3]?.destroy(), ended.resolve()));
  child.once('close', () => silent.resolve());
  child.once('error', (error) => (onLine(error.message), ended.resolve(), silent.resolve()));
  return {
    isAlive: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    signal: (signal) => void child.kill(signal),
    abandon: () => void child.stdio[3]?.destroy(),
    ended: ended.promise,
    silent: silent.promise,
    succeeded: () => child.exitCode === 0,
  };
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(0, LINE_LIMIT);
    for (const line of lines) onLine(line.slice(0, LINE_LIMIT));
  });
}
