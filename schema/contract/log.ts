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
 * The log of one process: a JSON line per event on standard output.
 *
 * Never log variables, tokens, addresses of databases or names of persons.
 */
export function createLog(room: string, usual: (typeof LEVELS)[number] = 'info'): Logger {
  const asked = LEVELS.find((level) => level === process.env['LOG_LEVEL']);
  return pino(
    { base: { room }, level: asked ?? usual, redact: REDACTED },
    destination({ dest: 1, sync: false, minLength: BUFFER_BYTES, periodicFlush: FLUSH_MS }),
  );
}

/** Events are written together; at the end of the process, and before one that ends it, whatever is left. Unit: bytes. */
const BUFFER_BYTES = 8_192;
/** How long an event may wait to be written. Unit: milliseconds. */
const FLUSH_MS = 100;

const REDACTED = ['*.authorization', '*.cookie', '*.password', '*.databaseUrl'];
