import type { TopOperation, UsageBatch } from '../../../contract/release/wire.js';
import type { Store } from '../../store/store.js';
import type { Tables } from '../../store/tables.js';
import type { UsageEvidence } from '../evidence.js';
import { addDays, addOperations, addUses } from './add.js';
import { operationsOf, recordOf, topOperations } from './ask.js';
import { sql, type Transaction } from 'kysely';

/** How much use is kept. */
export interface UsageBounds {
  /** One for each operation and version of a client. Unit: rows of one day and channel. */
  readonly perDay: number;
  /** Unit: operations of one channel. */
  readonly operations: number;
  /** How long use is kept. Unit: days. */
  readonly days: number;
}

/** The bounds where an operator sets no others. */
export const USAGE_BOUNDS: UsageBounds = { perDay: 50_000, operations: 20_000, days: 90 };

/**
 * What clients use, as gateways tell: by day, operation and client, never with a value or a person. What is beyond the
 * bounds is not kept, and the record says that it is incomplete.
 */
export class UsageStore {
  readonly #store: Pick<Store, 'use'>;
  readonly #bounds: UsageBounds;

  constructor(store: Pick<Store, 'use'>, bounds = USAGE_BOUNDS) {
    this.#store = store;
    this.#bounds = bounds;
  }

  /** Adds what a gateway saw; the same batch sent again counts once. */
  record(batch: UsageBatch): Promise<void> {
    return this.#inTransaction(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`usage:${batch.channel}`}, 0))`.execute(tx);
      if (!(await isNew(tx, batch.nonce))) return;
      await addOperations(tx, batch, this.#bounds);
      const lost = await addUses(tx, batch, this.#bounds);
      await addDays(tx, batch, lost);
    });
  }

  /** What verified clients ran on a channel since an instant. */
  evidence(channel: string, since: Date): Promise<UsageEvidence> {
    return this.#store.use(async (db) => ({
      ...(await recordOf(db, channel, since)),
      operations: await operationsOf(db, channel, since),
    }));
  }

  /** The most used operations of a channel. */
  async top(channel: string, limit: number): Promise<readonly TopOperation[]> {
    const { rows } = await this.#store.use((db) => topOperations(channel, limit).execute(db));
    return rows.map((row) => ({ ...row, count: Number(row.count), lastSeen: row.lastSeen.toISOString() }));
  }

  /** Forgets what is older than is kept. */
  forget(): Promise<void> {
    const { days } = this.#bounds;
    return this.#inTransaction(async (tx) => {
      await sql`delete from usage_use where day < current_date - ${days}::int`.execute(tx);
      await sql`delete from usage_batch where received_at < now() - interval '7 days'`.execute(tx);
      await sql`delete from usage_operation as operation where not exists (
        select from usage_use as used
        where used.channel = operation.channel and used.signature = operation.signature)`.execute(tx);
    });
  }

  #inTransaction(work: (tx: Transaction<Tables>) => Promise<void>): Promise<void> {
    return this.#store.use((db) => db.transaction().execute(work));
  }
}

async function isNew(tx: Transaction<Tables>, nonce: string): Promise<boolean> {
  const { rows } = await sql`insert into usage_batch (nonce) values (${nonce})
    on conflict do nothing returning nonce`.execute(tx);
  return rows.length > 0;
}
