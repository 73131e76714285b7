import type { Database } from '../database/database.js';
import { inTransaction } from '../database/transaction.js';
import type { Announced, Handlers, Outbox } from './announced.js';
import { EVERY_AGENCY } from './organization-edges.js';
import type { SqlEntityManager } from '@mikro-orm/sql';

/** Most announcements that are handled in one transaction. */
const BATCH = 200;

/** Who listens to whom. */
export interface SubscriberPlan {
  readonly outbox: Outbox;
  readonly database: Database;
  readonly handlers: Handlers;
}

/**
 * Hears what one agency tells, for another. The number of the last announcement is kept in the transaction that handles
 * it: so each is handled exactly once and in order, whatever is killed when, and however many processes listen.
 */
export class Subscriber {
  readonly #handlers: Handlers;

  constructor(private readonly plan: SubscriberPlan) {
    this.#handlers = { ...EVERY_AGENCY, ...plan.handlers };
  }

  /** Handles the next announcements; answers how many there were. Nothing of them is done when one fails. */
  async pull(): Promise<number> {
    const { outbox, database } = this.plan;
    if (!(await this.#hasNews())) return 0;
    return inTransaction(database.fork(), async (em) => {
      const heard = await outbox.after(await this.#lastHeard(em), BATCH);
      for (const announced of heard) await this.#handle(em, announced);
      const last = heard.at(-1);
      if (last) await this.#note(em, last.id);
      return heard.length;
    });
  }

  /** Handles all that has been told up to now. */
  async catchUp(): Promise<void> {
    while ((await this.pull()) > 0);
  }

  async #handle(em: SqlEntityManager, announced: Announced): Promise<void> {
    if (!Object.hasOwn(this.#handlers, announced.kind)) return;
    await this.#handlers[announced.kind]?.(em, announced, this.plan.outbox.source);
  }

  /** Asked beforehand, so that listening to silence writes nothing. */
  async #hasNews(): Promise<boolean> {
    const { outbox, database } = this.plan;
    const [row] = await database
      .fork()
      .execute<{ last_id: string }[]>('select last_id from inbox where source = ?', [outbox.source]);
    return (await outbox.after(Number(row?.last_id ?? 0), 1)).length > 0;
  }

  /** Holds the row until the end of the transaction, so that no other process handles the same. */
  async #lastHeard(em: SqlEntityManager): Promise<number> {
    const { source } = this.plan.outbox;
    await em.execute('insert into inbox (source, last_id) values (?, 0) on conflict do nothing', [source]);
    const [row] = await em.execute<{ last_id: string }[]>(
      'select last_id from inbox where source = ? for update',
      [source],
    );
    return Number(row?.last_id ?? 0);
  }

  async #note(em: SqlEntityManager, id: number): Promise<void> {
    await em.execute('update inbox set last_id = ? where source = ?', [id, this.plan.outbox.source]);
  }
}
