import { HubError } from './errors.js';
import type { Logger } from './log.js';
import { requireNode } from './node-version.js';

/** What runs until it is told to stop. */
export interface Running {
  stop(): Promise<void>;
}

/** Exit code of a process whose settings or arguments are wrong. */
const WRONG_USE = 2;

/**
 * Runs a process of the hub: starts it, stops it cleanly at Ctrl-C or SIGTERM, and ends with a clear message and a
 * non-zero code when it cannot start. A second signal ends it at once.
 */
export async function runProcess(log: Logger, start: () => Promise<Running>): Promise<void> {
  requireNode();
  const stopping = firstSignal();
  try {
    const running = await start();
    log.info({ signal: await stopping }, 'stopping');
    await running.stop();
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    process.exit(report(log, error));
  }
}

/** Tells why the process could not go on. Answers the exit code. */
export function report(log: Logger, error: unknown): number {
  if (!(error instanceof HubError)) {
    log.fatal({ err: error }, 'the process failed');
    return 1;
  }
  log.fatal({ code: error.code, vi: error.text.vi, en: error.text.en, ...error.details }, error.message);
  return error.code === 'INVALID_SETTING' ? WRONG_USE : 1;
}

function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve(signal);
      });
  });
}
