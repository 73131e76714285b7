import type { Client } from 'pg';

interface PoolEvents {
  on(event: 'connect', listener: (client: Client) => void): void;
}

/** How the driver says that an answer did not come in time. */
const SILENCE = 'Query read timeout';

/**
 * Watches the one entry point of each new connection, so that no statement goes uncounted and a connection that has
 * fallen silent is closed instead of going back to the pool, where it would hold up the next request.
 */
export function watchPool(onStatement?: (sql: string) => void) {
  return (pool: PoolEvents): void =>
    pool.on('connect', (client) => {
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      const watched = (...args: unknown[]): unknown => {
        onStatement?.(statementText(args[0]));
        const answer = query(...args);
        if (answer instanceof Promise) answer.catch((error: unknown) => closeSilent(client, error));
        return answer;
      };
      Object.assign(client, { query: watched });
    });
}

function closeSilent(client: Client, error: unknown): void {
  if (error instanceof Error && error.message === SILENCE) void client.end();
}

function statementText(statement: unknown): string {
  return typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? '');
}
