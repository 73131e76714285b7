import type { SqlEntityManager } from '@mikro-orm/sql';

/**
 * Does all of the work or none of it.
 *
 * The mapping's own ways do not fit: one makes the entity manager that of all calls within, among which may be some to
 * another database; the other keeps a connection for ever where it was cut before the roll-back.
 */
export function inTransaction<Result>(
  em: SqlEntityManager,
  work: (em: SqlEntityManager) => Promise<Result>,
): Promise<Result> {
  return em
    .getKysely()
    .transaction()
    .execute(async (transaction) => {
      em.setTransactionContext(transaction);
      const result = await work(em);
      await em.flush();
      return result;
    });
}
