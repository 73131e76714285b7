import type { Database } from '../database/database.js';
import { inTransaction } from '../database/transaction.js';
import type { Announced, Handlers, Outbox } from './announced.js';
import { EVERY_AGENCY } from './organization-edges.js';
import type { SqlEntityManager } from '@mikro-orm/sql';

/** Most announcements that are handled in one transaction. */
const BATCH = 200;

/** Who listens to whom. */
export interface SubscriberPlan {
  /** Name of the agency that hears. */
  readonly reader: string;
  readonly outbox: Outbox;
  readonly database: Database;
  readonly handlers: Handlers;
}

interface Heard {
  readonly count: number;
  /** Number of the last one that was handled. */
  readonly last: number;
}

/**
 * Hears what one agency tells, for another. The number of the last announcement is kept in the transaction that handles
 * it: so each is handled exactly once and in order, whatever is killed when, and however many processes listen.
 */
export class Subscriber {
  readonly #handlers: Handlers;
  #acknowledged: number | null = null;

  constructor(private readonly plan: SubscriberPlan) {
    this.#handlers = { ...EVERY_AGENCY, ...plan.handlers };
  }

  /** Handles the next announcements; answers how many there were. Nothing of them is done when one fails. */
  async pull(): Promise<number> {
    const known = await this.#known();
    const isNews = (await this.plan.outbox.after(known, 1)).length > 0;
    const { count, last } = isNews ? await this.#handleNext() : { count: 0, last: known };
    await this.#acknowledge(last);
    return count;
  }

  /** Handles all that has been told up to now. */
  async catchUp(): Promise<void> {
    while ((await this.pull()) > 0);
  }

  async #handle(em: SqlEntityManager, announced: Announced): Promise<void> {
    if (!Object.hasOwn(this.#handlers, announced.kind)) return;
    await this.#handlers[announced.kind]?.(em, announced, this.plan.outbox.source);
  }

  /** The number of the last one that was handled. It is asked beforehand, so that listening to silence writes nothing. */
  async #known(): Promise<number> {
    const [row] = await this.plan.database
      .fork()
      .execute<{ last_id: string }[]>('select last_id from inbox where source = ?', [
        this.plan.outbox.source,
      ]);
    return Number(row?.last_id ?? 0);
  }

  #handleNext(): Promise<Heard> {
    const { outbox, database } = this.plan;
    return inTransaction(database.fork(), async (em) => {
      const before = await this.#lastHeard(em);
      const heard = await outbox.after(before, BATCH);
      for (const announced of heard) await this.#handle(em, announced);
      const last = heard.at(-1)?.id ?? before;
      if (last !== before) await this.#note(em, last);
      return { count: heard.length, last };
    });
  }

  /** Tells the teller what is handled for good: once, and again by a process that does not know whether it was told. */
  async #acknowledge(last: number): Promise<void> {
    if (last === this.#acknowledged) return;
    await this.plan.outbox.acknowledge(this.plan.reader, last);
    this.#acknowledged = last;
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
