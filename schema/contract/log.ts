import { destination, pino, type Logger } from 'pino';
import { z } from 'zod';

export type { Logger } from 'pino';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** Settings of the log; `runProcess` refuses a wrong one. */
export const LOG_SETTINGS = {
  /** From which level on events are logged. */
  LOG_LEVEL: z.enum(LEVELS).optional(),
};

/**
 * The log of one process: a JSON line per event on standard output. While nobody reads that, so many bytes are held;
 * lines beyond are lost, and counted in one line when the output flows again.
 *
 * Never log variables, tokens, addresses of databases or names of persons.
 */
export function createLog(room: string, usual: (typeof LEVELS)[number] = 'info'): Logger {
  const asked = LEVELS.find((level) => level === process.env['LOG_LEVEL']);
  const output = destination({
    dest: 1,
    sync: false,
    minLength: BUFFER_BYTES,
    maxWrite: 2 * BUFFER_BYTES,
    maxLength: HELD_BYTES,
    periodicFlush: FLUSH_MS,
  });
  const log = pino({ base: { room }, level: asked ?? usual, redact: REDACTED }, output);
  countLost(output, (lost) => log.warn({ lost }, 'lines of the log were lost: nobody read the output'));
  flushAtSignals(output);
  return log;
}

/** The same log for lines of plain words and numbers only: nothing is looked for in them that must be left out. */
export function unredacted(log: Logger): Logger {
  return log.child({}, { redact: [] });
}

type Output = ReturnType<typeof destination>;

/**
 * Events are written together; at the end of the process, and before one that ends it, whatever is left. With each event
 * the output counts all bytes that are held for the same write, so a larger one is dearer, not cheaper. Unit: bytes.
 */
const BUFFER_BYTES = 8_192;
/** What is held at most for an output that nobody reads. Unit: bytes. */
const HELD_BYTES = 8_388_608;
/** How long an event may wait to be written. Unit: milliseconds. */
const FLUSH_MS = 100;

const REDACTED = ['*.authorization', '*.cookie', '*.password', '*.databaseUrl'];

function countLost(output: Output, tell: (lost: number) => void): void {
  let lost = 0;
  output.on('drop', () => (lost += 1));
  output.on('drain', () => {
    if (lost === 0) return;
    const untold = lost;
    lost = 0;
    tell(untold);
  });
}

const outputs = new Set<Output>();

/** A signal that nobody handles ends the process without its exit event: what is held is written first. */
function flushAtSignals(output: Output): void {
  if (outputs.size === 0) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endBy);
  outputs.add(output);
}

function endBy(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  for (const output of outputs) output.flushSync();
  process.off(signal, endBy);
  process.kill(process.pid, signal);
}
