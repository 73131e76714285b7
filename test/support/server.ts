import type { DatabaseServer } from '../../gateway/embedded/postgres/cluster.js';

/** The server on which this run's databases lie. */
export function testServer(): DatabaseServer {
  const address = new URL(process.env['TEST_SERVER_URL'] ?? '');
  return {
    url: (database) => {
      const url = new URL(address);
      url.pathname = `/${database}`;
      return url.href;
    },
  };
}

/** A name for a database of this run. */
export function databaseName(purpose: string): string {
  return `${process.env['TEST_RUN']}_${purpose}`;
}
