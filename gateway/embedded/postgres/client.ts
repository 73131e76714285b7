import { Client } from 'pg';

/** Longest time to connect, for a statement on the server, and until its answer is here. Unit: milliseconds. */
const LIMITS = { connectionTimeoutMillis: 5_000, statement_timeout: 60_000, query_timeout: 65_000 } as const;

/** Does something over one connection of its own, and closes it. */
export async function connected<Result>(
  url: string,
  act: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: 'lien-thong-setup', ...LIMITS });
  // A connection that breaks between two statements is told by the next one.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
