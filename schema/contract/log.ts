import { destination, pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * The log of one process: a JSON line per event on standard output.
 *
 * Never log variables, tokens, addresses of databases or names of persons.
 */
export function createLog(room: string): Logger {
  return pino(
    { base: { room }, level: process.env['LOG_LEVEL'] ?? 'info', redact: REDACTED },
    destination({ dest: 1, sync: true }),
  );
}

const REDACTED = ['*.authorization', '*.cookie', '*.password', '*.databaseUrl', 'err.stack'];
