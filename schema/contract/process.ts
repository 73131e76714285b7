import { HubError } from './errors.js';
import { LOG_SETTINGS, type Logger } from './log.js';
import { giveBackAtRest } from './memory-at-rest.js';
import { requireNode } from './node-version.js';
import { readSettings } from './settings.js';
import { text, type Text } from './text.js';

/** What runs until it is told to stop. */
export interface Running {
  stop(): Promise<void>;
}

/** What a process does, and how it says so. */
export interface Process {
  /** Starts it; `stop` is aborted when the process is told to stop before it runs. */
  readonly start: (stop: AbortSignal) => Promise<Running>;
  /** Told that the process begins to stop, and that it has stopped. */
  readonly say?: (what: Text) => void;
}

/** Exit code of a process whose settings or arguments are wrong. */
const WRONG_USE = 2;

/**
 * Runs a process of the hub: starts it, stops it cleanly at Ctrl-C or SIGTERM, also in the middle of its start, and ends
 * with a clear message and a non-zero code when it cannot go on. A second signal ends it at once.
 */
export async function runProcess(
  log: Logger,
  { start, say = (what) => log.info(what, 'process') }: Process,
): Promise<void> {
  requireNode();
  process.on('uncaughtException', (error) => process.exit(report(log, error)));
  const stop = stopSignal(() => say(STOPPING));
  try {
    readSettings(LOG_SETTINGS, process.env);
    const running = await start(stop);
    giveBackAtRest();
    await aborted(stop);
    await running.stop();
    say(STOPPED);
    process.exit(0);
  } catch (error) {
    process.exit(stop.aborted ? 0 : report(log, error));
  }
}

/** Tells why the process could not go on: in plain words at a terminal, as a log event otherwise. Answers the exit code. */
export function report(log: Logger, error: unknown): number {
  if (!(error instanceof HubError)) {
    log.fatal({ err: error }, 'the process failed');
    return 1;
  }
  if (process.stdout.isTTY) process.stderr.write(`\n  ${error.text.vi}\n  ${error.text.en}\n\n`);
  else log.fatal({ code: error.code, vi: error.text.vi, en: error.text.en, ...error.details }, error.message);
  return error.code === 'INVALID_SETTING' ? WRONG_USE : 1;
}

const STOPPING = text('Đang dừng', 'Stopping');
const STOPPED = text('Đã dừng', 'Stopped');

/** A Ctrl-C reaches the process from the terminal and once more from npm; what comes so soon is the same. Unit: milliseconds. */
const SAME_SIGNAL = 1_000;

function stopSignal(onFirst: () => void): AbortSignal {
  const control = new AbortController();
  let first = 0;
  const told = (): void => {
    if (control.signal.aborted && Date.now() - first > SAME_SIGNAL) process.exit(1);
    if (control.signal.aborted) return;
    first = Date.now();
    onFirst();
    control.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, told);
  return control.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
