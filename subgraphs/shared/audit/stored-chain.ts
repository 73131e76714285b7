import type { Database } from '../database/database.js';
import type { Head, Link } from './chain.js';
import { verifyChain, type Verdict } from './verify.js';
import { sql, type Kysely } from 'kysely';

/** How the audit log of a database is checked. */
export interface Checking {
  /** A head that was noted elsewhere at an earlier time. */
  readonly noted?: Head | undefined;
  /** Told after each batch how many of how many entries were read. */
  readonly onRead?: (read: number, all: number) => void;
  /** Most entries that are held at a time. Unit: entries. */
  readonly batch?: number;
}

const BATCH = 5_000;

/** A role that may not see all entries gets an error, and not a log that looks cut. */
const ALL_ROWS = sql`set local row_security = off`;

/** Checks the audit log of a database as it is at this moment; what is written meanwhile waits for nothing. */
export function verifyStored(database: Database, checking: Checking = {}): Promise<Verdict> {
  const asOfNow = database
    .fork()
    .getKysely<unknown>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only');
  return asOfNow.execute(async (transaction) => {
    await ALL_ROWS.execute(transaction);
    const head = await headOf(transaction);
    return verifyChain({ batches: batchesOf(transaction, head, checking), head, noted: checking.noted });
  });
}

async function headOf(transaction: Kysely<unknown>): Promise<Head> {
  const { rows } = await sql<Row<Head>>`
    select position, encode(digest, 'hex') as digest from chain_head`.execute(transaction);
  return { position: Number(rows[0]?.position ?? 0), digest: rows[0]?.digest ?? '' };
}

/** Also what an intruder put before the first position is read. */
const FIRST = -(2n ** 63n);

async function* batchesOf(
  transaction: Kysely<unknown>,
  { position: all }: Head,
  { batch = BATCH, onRead }: Checking,
): AsyncIterable<readonly Link[]> {
  let [from, read] = [FIRST, 0];
  for (;;) {
    const { rows } = await sql<Row<Link>>`
      select position, entry::text as entry, encode(digest, 'hex') as digest from audit_entry
      where position >= ${from} order by position limit ${batch}`.execute(transaction);
    yield rows.map((row) => ({ ...row, position: Number(row.position) }));
    read += rows.length;
    onRead?.(read, all);
    if (rows.length < batch) return;
    from = BigInt(rows.at(-1)?.position ?? 0) + 1n;
  }
}

/** The driver gives numbers of 64 bits as text. */
type Row<Shape extends Head> = Omit<Shape, 'position'> & { readonly position: string };
