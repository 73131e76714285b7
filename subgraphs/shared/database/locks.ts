import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { setTimeout as pause } from 'node:timers/promises';

/** Work on a database that one process does at a time: the numbers of its locks. */
export enum Lock {
  MIGRATING = 7_114_512,
  LOADING = 7_114_513,
  COUNTING = 7_114_514,
}

/** Longest wait for another process, and between two tries. Unit: milliseconds. */
const WAIT = 300_000;
const BETWEEN_TRIES = 100;

/**
 * Takes a lock until the end of the transaction. It asks again and again, since one statement that waits for another
 * process's whole work would run into the statement's own time-out.
 *
 * @throws Error when another process holds the lock for too long
 */
export async function takeLock(em: SqlEntityManager, lock: Lock): Promise<void> {
  const end = Date.now() + WAIT;
  while (!(await isTaken(em, lock))) {
    if (Date.now() > end) throw new Error(`Another process has held the lock ${Lock[lock]} for ${WAIT} ms.`);
    await pause(BETWEEN_TRIES);
  }
}

async function isTaken(em: SqlEntityManager, lock: Lock): Promise<boolean> {
  const [row] = await em.execute<{ taken: boolean }[]>('select pg_try_advisory_xact_lock(?) as taken', [
    lock,
  ]);
  return row?.taken === true;
}
