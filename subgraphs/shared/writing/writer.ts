import { text, type Text } from '../../../schema/contract/text.js';
import { callerSetting } from '../database/caller-role.js';
import type { Database } from '../database/database.js';
import { refParts, refText } from '../database/refs.js';
import { inTransaction } from '../database/transaction.js';
import type { RecordClass } from '../reading/rows.js';
import type { HubRecord } from '../record.js';
import type { Actor } from '../rights/actor.js';
import type { Role } from '../rights/role.js';
import { requireAdmissibleInput } from './admissible.js';
import { recordAudit } from './audit.js';
import { refusalIn } from './database-refusal.js';
import { earlierAnswer, keepAnswer } from './idempotency.js';
import type { MutationInput } from './input.js';
import type { Payload } from './payload.js';
import { Refusal, UserErrorCode } from './refusal.js';
import { retried } from './retried.js';
import { Transaction } from './transaction.js';
import { userError } from './user-error.js';
import type { SqlEntityManager } from '@mikro-orm/sql';

/** One mutation: who may ask for it, with what, and what it does. */
export interface Mutation<Node extends HubRecord> {
  /** Name of the mutation, as clients know it. */
  readonly operation: string;
  /** Class of the record that it answers with. */
  readonly answers: RecordClass<Node>;
  readonly by: readonly Role[];
  readonly input: MutationInput;
  /** Does it; refuses by throwing a {@link Refusal}. */
  readonly work: (transaction: Transaction) => Promise<Node>;
}

/** For whom a writer works. */
export interface WriterOptions {
  readonly database: Database;
  readonly agency: Text;
  readonly actor: Actor | null;
  readonly requestId: string;
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Changes records for one caller: each mutation in one transaction, with its line of the audit log, whether it was done
 * or refused. What was refused changed nothing else.
 */
export class Writer {
  readonly #refusedReads = new Map<string, Promise<void>>();

  constructor(private readonly options: WriterOptions) {}

  /**
   * Does a mutation, once for each idempotency key. A refusal is an answer; a failure is thrown, and leaves nothing. What
   * PostgreSQL gives up for the sake of another transaction is done anew, so `work` changes nothing outside of its own.
   */
  async change<Node extends HubRecord>(mutation: Mutation<Node>): Promise<Payload<Node>> {
    return this.#inTransaction(async (em) => {
      const outcome = await this.#attempt(em, mutation);
      if ('node' in outcome) return { node: outcome.node, errors: [] };
      em.clear();
      await em.execute('rollback to savepoint before_work');
      const { refusal, nodes } = outcome;
      await this.#audit(em, { operation: mutation.operation, nodes, refusal });
      return { node: null, errors: [userError(refusal, this.options)] };
    });
  }

  /**
   * Refuses a read that needs an office, and keeps that in the audit log: once, however many records of a list the field
   * was asked of.
   *
   * @throws Refusal always the one given
   */
  async refuse(operation: string, refusal: Refusal): Promise<never> {
    const read = `${operation} ${refusal.reason}`;
    const told = this.#refusedReads.get(read) ?? this.#tellRefused(operation, refusal);
    this.#refusedReads.set(read, told);
    await told;
    throw refusal;
  }

  #tellRefused(operation: string, refusal: Refusal): Promise<void> {
    return this.#inTransaction((em) => this.#audit(em, { operation, nodes: [], refusal }));
  }

  async #attempt<Node extends HubRecord>(
    em: SqlEntityManager,
    mutation: Mutation<Node>,
  ): Promise<Outcome<Node>> {
    let transaction: Transaction | null = null;
    try {
      const actor = this.#admit(mutation);
      transaction = new Transaction(em, actor, this.options.today);
      return { node: await this.#once(transaction, mutation) };
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      return { refusal, nodes: transaction?.touched ?? [] };
    }
  }

  #admit({ input, by }: Mutation<HubRecord>): Actor {
    const { actor } = this.options;
    if (!actor || !by.includes(actor.role)) throw notInRole(by);
    requireAdmissibleInput(input);
    return actor;
  }

  async #once<Node extends HubRecord>(
    transaction: Transaction,
    { operation, answers, input, work }: Mutation<Node>,
  ): Promise<Node> {
    const { em, actor } = transaction;
    const request = { actor, operation, input };
    const earlier = await earlierAnswer(em, request);
    if (earlier) return this.#answer(transaction, answers, earlier);
    const { key } = await work(transaction);
    await transaction.flush();
    await em.execute('set constraints all immediate');
    const ref = refText({ type: answers.name, key });
    await keepAnswer(em, request, ref);
    for (const { entity, kind, content } of transaction.announcements)
      await em.execute('select announce(?, ?, ?::jsonb)', [entity, kind, JSON.stringify(content)]);
    await this.#audit(em, { operation, nodes: transaction.touched });
    return this.#answer(transaction, answers, ref);
  }

  async #answer<Node extends HubRecord>(
    transaction: Transaction,
    type: RecordClass<Node>,
    ref: string,
  ): Promise<Node> {
    const node = await transaction.read.byKey(type, refParts(ref).key);
    if (!node) throw new Error(`A mutation answers with a ${type.name} that its caller may not read.`);
    return node;
  }

  #audit(em: SqlEntityManager, { operation, nodes, refusal }: Told): Promise<void> {
    const { actor, requestId } = this.options;
    const decision = refusal
      ? ({ decision: 'REFUSED', code: refusal.reason } as const)
      : ({ decision: 'DONE' } as const);
    return recordAudit(em, { actor, requestId, operation, nodes, ...decision });
  }

  /** As the caller, so that row-level security holds. */
  #inTransaction<Result>(work: (em: SqlEntityManager) => Promise<Result>): Promise<Result> {
    const { database, actor, today } = this.options;
    const begun = async (em: SqlEntityManager): Promise<Result> => {
      const setting = actor ? callerSetting(actor, today) : '';
      await em.execute(`select set_config('hub.caller', ?, true)`, [setting]);
      await em.execute('savepoint before_work');
      return work(em);
    };
    return retried(() => inTransaction(database.forCaller(), begun));
  }
}

type Outcome<Node> =
  { readonly node: Node } | { readonly refusal: Refusal; readonly nodes: readonly string[] };

interface Told {
  readonly operation: string;
  readonly nodes: readonly string[];
  readonly refusal?: Refusal;
}

/** Whoever lacks the role is told which roles have it. */
export function notInRole(by: readonly Role[]): Refusal {
  const roles = by.join(', ');
  return new Refusal(
    UserErrorCode.FORBIDDEN_SCOPE,
    text(`Việc này cần một trong các vai trò: ${roles}.`, `This needs one of the roles: ${roles}.`),
    { rule: 'role' },
  );
}
