import { union } from '../../../subgraphs/union/subgraph.js';
import { aLoaded } from '../../support/loaded.js';
import { Client } from 'pg';

/** A union's register with two connections of its owner, whose transactions run side by side. */
export async function aNationOfUnions() {
  const asked = await aLoaded(union);
  const [one, other] = [await connectedTo(asked.databaseUrl), await connectedTo(asked.databaseUrl)];
  return {
    ...asked,
    one,
    other,
    run: <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      asked.subgraph.database.fork().execute<Row[]>(sql, [...values]),
    close: async () => {
      await Promise.all([one.end(), other.end()]);
      await asked.close();
    },
  };
}

/** A register with its ways in. */
export type NationOfUnions = Awaited<ReturnType<typeof aNationOfUnions>>;

/** Totals that are kept and do not agree with what can be counted. */
export const WRONG = 'select * from wrong_totals()';

/** SQL of some unions that begin, of a level and a classification. */
export function founding(count: number, level: string, classification = 'PUBLIC'): string {
  return `insert into union_organization (key, classification, name_vi, search_key, sort_key, exact_keys, level)
    select gen_random_uuid(), '${classification}', 'Công đoàn ' || nth, 'cong doan ' || nth, nth::text, '{}', '${level}'
    from generate_series(1, ${count}) nth`;
}

async function connectedTo(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}
