import { LOG } from './migrations/0001-log.js';
import { USAGE } from './migrations/0002-usage.js';
import { sql, type Kysely } from 'kysely';

/** In their order; one that was released is never changed. */
const MIGRATIONS: readonly (readonly string[])[] = [LOG, USAGE];

/** Brings a database to the tables of this version; several processes may try at once. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    await sql`create table if not exists registry_migration (number integer primary key, at timestamptz default now())`.execute(
      tx,
    );
    const { rows } = await sql<{
      done: number;
    }>`select count(*)::int as done from registry_migration`.execute(tx);
    const done = rows[0]?.done ?? 0;
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < done) continue;
      for (const statement of statements) await sql.raw(statement).execute(tx);
      await sql`insert into registry_migration (number) values (${index + 1})`.execute(tx);
    }
  });
}

/** Any number that nothing else of the database locks. */
const MIGRATION_LOCK = 7_414_001;
