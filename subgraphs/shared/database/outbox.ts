import type { Announced, Outbox } from '../events/announced.js';
import type { Database } from './database.js';
import { Pool } from 'pg';

const AFTER = 'select id, entity, kind, content from outbox where id > $1 order by id limit $2';
const ACKNOWLEDGE = 'select acknowledge($1, $2)';

/** The outbox of an agency in the same process. */
export function outboxOf(source: string, database: Database): Outbox {
  return {
    source,
    after: async (id, limit) => {
      const rows = await database.fork().execute<Row[]>(inOrder(AFTER), [id, limit]);
      return rows.map(announced);
    },
    acknowledge: async (reader, id) => {
      await database.fork().execute(inOrder(ACKNOWLEDGE), [reader, id]);
    },
  };
}

/** A statement as the mapping takes it, with its values in their order. */
function inOrder(sql: string): string {
  return sql.replace(/\$\d/g, '?');
}

/** Longest that connecting and asking another agency's server may take. Unit: milliseconds. */
const TIMEOUT = 5_000;

/** The outbox of an agency whose database another server holds, heard by a role that may do nothing else there. */
export function outboxAt(source: string, url: string): Outbox & { close(): Promise<void> } {
  const pool = new Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: TIMEOUT,
    statement_timeout: TIMEOUT,
    query_timeout: TIMEOUT + 1_000,
  });
  pool.on('error', () => undefined);
  return {
    source,
    after: async (id, limit) => (await pool.query<Row>(AFTER, [id, limit])).rows.map(announced),
    acknowledge: async (reader, id) => {
      await pool.query(ACKNOWLEDGE, [reader, id]);
    },
    close: () => pool.end(),
  };
}

interface Row extends Omit<Announced, 'id'> {
  readonly id: string;
}

function announced({ id, ...rest }: Row): Announced {
  return { id: Number(id), ...rest };
}
