import { execFile } from 'node:child_process';
import type { Owner } from './owner.js';

/** How a short program ended. */
export interface Outcome {
  /** The program could be started at all. */
  readonly started: boolean;
  readonly succeeded: boolean;
  readonly output: string;
  readonly complaint: string;
}

/** What every program of the server sees: nothing of the hub's own environment, and messages in one language. */
export const ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin' } as const;

/** Longest run of a short program. Unit: milliseconds. */
const PATIENCE = 10_000;

/** Runs a short program as `owner` and tells how it ended; it never throws. */
export async function run(owner: Owner, command: string, ...args: readonly string[]): Promise<Outcome> {
  try {
    return await execute(owner, command, args);
  } catch (error) {
    return { started: false, succeeded: false, output: '', complaint: String(error) };
  }
}

function execute(owner: Owner, command: string, args: readonly string[]): Promise<Outcome> {
  const options = { ...owner, cwd: '/', env: ENVIRONMENT, timeout: PATIENCE };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, output, complaint) =>
      resolve({
        started: typeof error?.code !== 'string',
        succeeded: error === null,
        output,
        complaint: complaint || String(error?.code ?? ''),
      }),
    );
  });
}
