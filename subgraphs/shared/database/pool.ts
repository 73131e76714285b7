import { DatabaseError, type Client } from 'pg';

interface PoolEvents {
  on(event: 'connect', listener: (client: Client) => void): void;
}

/** How the driver says that an answer did not come in time. */
const SILENCE = 'Query read timeout';

/** How bad PostgreSQL calls an error after which it closes the connection. */
const LAST: ReadonlySet<string | undefined> = new Set(['FATAL', 'PANIC']);

/**
 * Watches the one entry point of each new connection, so that no statement goes uncounted and a connection that has
 * fallen silent, or that the server is about to close, is closed instead of going back to the pool, where the next
 * request would get it.
 */
export function watchPool(onStatement?: (sql: string) => void) {
  return (pool: PoolEvents): void =>
    pool.on('connect', (client) => {
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      const watched = (...args: unknown[]): unknown => {
        onStatement?.(statementText(args[0]));
        const answer = query(...args);
        if (answer instanceof Promise)
          answer.catch((error: unknown) => {
            if (isLost(error)) void client.end();
          });
        return answer;
      };
      Object.assign(client, { query: watched });
    });
}

function isLost(error: unknown): boolean {
  if (error instanceof DatabaseError) return LAST.has(error.severity);
  return error instanceof Error && error.message === SILENCE;
}

function statementText(statement: unknown): string {
  return typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? '');
}
