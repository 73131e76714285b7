import type { Address } from '../../contract/release/address.js';
import type { ChainEnd } from '../../contract/release/chain.js';
import type { LogEntry } from '../../contract/release/wire.js';
import { guarded, LogMovedError, type DatabaseTrouble } from './guarded.js';
import { migrate } from './migrate.js';
import type { Tables } from './tables.js';
import { Kysely, PostgresDialect, sql, type Selectable, type Transaction } from 'kysely';
import { Pool } from 'pg';

/** What is written at once: all of it, or nothing. */
export interface Decision {
  readonly entries: readonly LogEntry[];
  /** By their addresses. */
  readonly texts: ReadonlyMap<Address, string>;
}

/** The registry's database: its log, its texts, and what is known of clients' use. */
export class Store {
  readonly #db: Kysely<Tables>;
  readonly #onTrouble: (trouble: DatabaseTrouble) => void;

  private constructor(pool: Pool, onTrouble: (trouble: DatabaseTrouble) => void) {
    this.#db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    this.#onTrouble = onTrouble;
  }

  /** Connects, and brings the tables to this version. */
  static async open(url: string, onTrouble: (trouble: DatabaseTrouble) => void): Promise<Store> {
    const pool = new Pool({ connectionString: url, ...POOL });
    pool.on('error', (error) => onTrouble({ error }));
    // Whoever uses a connection that is lost is told by its own query; without a listener the process would end.
    pool.on('connect', (client) => client.on('error', () => undefined));
    const store = new Store(pool, onTrouble);
    try {
      await store.use(migrate);
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** Does something with the database. @throws HubError TRY_AGAIN when that fails. */
  use<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
    return guarded(() => work(this.#db), this.#onTrouble);
  }

  /** The entries behind a number, in their order. */
  entriesAfter(seq: number, limit: number): Promise<readonly LogEntry[]> {
    return this.use(async (db) => {
      const rows = db.selectFrom('entry').selectAll().where('seq', '>', String(seq));
      return (await rows.orderBy('seq').limit(limit).execute()).map(entryOf);
    });
  }

  /** All entries that were written at once with the statement of this id; none when it was never taken. */
  decisionOf(id: Address): Promise<readonly LogEntry[]> {
    return this.use(async (db) => {
      const decision = db.selectFrom('entry').select('decision').where('id', '=', id);
      const rows = db.selectFrom('entry').selectAll().where('decision', '=', decision);
      return (await rows.orderBy('seq').execute()).map(entryOf);
    });
  }

  /** One entry by the address of its statement. */
  entry(id: Address): Promise<LogEntry | undefined> {
    return this.use(async (db) => {
      const row = await db.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst();
      return row && entryOf(row);
    });
  }

  /** The text at an address. */
  text(address: Address): Promise<string | undefined> {
    return this.use(async (db) => {
      const row = db.selectFrom('content').select('text').where('address', '=', address);
      return (await row.executeTakeFirst())?.text;
    });
  }

  /**
   * Writes a decision that was made on the log up to `from`.
   *
   * @throws LogMovedError when the log has come further; nothing is written then.
   */
  append(from: ChainEnd, decision: Decision): Promise<void> {
    return this.use((db) =>
      db.transaction().execute(async (tx) => {
        await sql`set local synchronous_commit = on`.execute(tx);
        await sql`select pg_advisory_xact_lock(${APPEND_LOCK})`.execute(tx);
        await assertEndsAt(tx, from);
        await addTexts(tx, decision.texts);
        const first = from.seq + 1;
        const rows = decision.entries.map((entry) => ({ ...rowOf(entry), decision: first }));
        await tx.insertInto('entry').values(rows).execute();
      }),
    );
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }
}

const POOL = {
  max: 6,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  /** A statement that waits longer, for a lock as well, is given up. Unit: milliseconds. */
  statement_timeout: 20_000,
  application_name: 'lien-thong-registry',
} as const;

/** Any number that nothing else of the database locks. */
const APPEND_LOCK = 7_414_002;

async function assertEndsAt(tx: Transaction<Tables>, { seq, hash }: ChainEnd): Promise<void> {
  const last = tx.selectFrom('entry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1);
  const row = await last.executeTakeFirst();
  if (Number(row?.seq ?? 0) !== seq || (row && row.hash !== hash)) throw new LogMovedError();
}

async function addTexts(tx: Transaction<Tables>, texts: Decision['texts']): Promise<void> {
  if (texts.size === 0) return;
  const rows = Array.from(texts, ([address, text]) => ({ address, text }));
  await tx
    .insertInto('content')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function rowOf({ seq, id, kind, jws, recordedAt, previous, hash }: LogEntry) {
  return { seq, id, kind, jws, recorded_at: recordedAt, previous, hash };
}

function entryOf(row: Selectable<Tables['entry']>): LogEntry {
  const { seq, id, kind, jws, recorded_at: recordedAt, previous, hash } = row;
  return { seq: Number(seq), id, kind, jws, recordedAt: recordedAt.toISOString(), previous, hash };
}
