import type { Address } from '../../contract/release/address.js';
import { followChain, hashOf, type ChainEnd } from '../../contract/release/chain.js';
import type { Signed } from '../../contract/release/sign.js';
import type { StatementKind } from '../../contract/release/statements.js';
import type { LogEntry } from '../../contract/release/wire.js';
import { folded } from '../state/fold.js';
import { assertGenuine } from '../state/genuine.js';
import { endsBetween } from '../state/questions.js';
import { EMPTY, type RegistryState } from '../state/state.js';
import { LogMovedError } from '../store/guarded.js';
import type { Store } from '../store/store.js';
import { Lane } from './lane.js';

/** Statements that are written at once, with the texts they name. */
export interface Written {
  readonly statements: readonly Signed[];
  readonly texts: ReadonlyMap<Address, string>;
  /** When it was decided: what ends by itself until it is written makes it be decided anew. */
  readonly decidedAt?: Date;
}

/** What a decision was made on is no longer so: it must be decided anew. */
export class StateMovedError extends Error {}

/** The log in the database together with its fold in memory: what is committed there is applied here. */
export class Ledger {
  readonly #store: Store;
  readonly #lane = new Lane(LANE_ROOM);
  readonly #listeners = new Set<() => void>();
  #state: RegistryState = EMPTY;
  /** The last entry upon which decisions may depend. */
  #movedAt = 0;

  private constructor(store: Store) {
    this.#store = store;
  }

  /** Reads the whole log, and verifies its chain and every signature. @throws HubError INVALID_STATEMENT when it was altered. */
  static async open(store: Store): Promise<Ledger> {
    const ledger = new Ledger(store);
    await ledger.catchUp();
    return ledger;
  }

  get state(): RegistryState {
    return this.#state;
  }

  /** Takes what was written since, by another process or by a commit that was never confirmed. */
  async catchUp(): Promise<void> {
    for (;;) {
      const from = this.#state.end;
      const entries = await this.#store.entriesAfter(from.seq, PAGE);
      // Somebody else may have taken them while they were read.
      if (this.#state.end.seq === from.seq) this.#take(entries);
      if (entries.length < PAGE) return;
    }
  }

  /**
   * Writes what was decided on `basis`: all of it, or nothing.
   *
   * @throws StateMovedError when what was decided upon has changed.
   */
  write(basis: RegistryState, written: Written): Promise<readonly LogEntry[]> {
    return this.#lane.run(async () => {
      await this.catchUp();
      if (this.#movedAt > basis.end.seq) throw new StateMovedError();
      const before = this.#state;
      const now = new Date();
      if (endsBetween(before, written.decidedAt ?? now, now)) throw new StateMovedError();
      const entries = chained(before.end, written.statements, now);
      // What would not be read back is never written: nothing takes an entry out of the log again.
      const next = followed(before, entries);
      await this.#store.append(before.end, { entries, texts: written.texts }).catch((error: unknown) => {
        throw error instanceof LogMovedError ? new StateMovedError() : error;
      });
      // Whoever read the log since has taken them already, all of them or some.
      if (this.#state === before) this.#become(next, entries);
      if (this.#state.end.seq < next.end.seq) await this.catchUp();
      return entries;
    });
  }

  /** Calls back after each change, until it is told to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #take(entries: readonly LogEntry[]): void {
    if (entries.length > 0) this.#become(followed(this.#state, entries), entries);
  }

  #become(state: RegistryState, entries: readonly LogEntry[]): void {
    this.#state = state;
    const moving = entries.filter(({ kind }) => !ASIDE.has(kind));
    this.#movedAt = moving.at(-1)?.seq ?? this.#movedAt;
    for (const listener of this.#listeners) listener();
  }
}

/** Unit: entries that are read at once. */
const PAGE = 1_000;
/** Unit: writes that may wait. */
const LANE_ROOM = 1_000;

/** What is said beside: no other decision depends on it. */
const ASIDE: ReadonlySet<StatementKind> = new Set(['OUTCOME', 'DOCUMENTS_REGISTERED']);

/** The state after entries that follow it, each by whom it names. @throws HubError INVALID_STATEMENT, UNTRUSTED_STATEMENT */
function followed(state: RegistryState, entries: readonly LogEntry[]): RegistryState {
  followChain(entries, state.end);
  return folded(state, entries, assertGenuine);
}

function chained(end: ChainEnd, statements: readonly Signed[], now: Date): readonly LogEntry[] {
  const recordedAt = now.toISOString();
  let { seq, hash } = end;
  return statements.map(({ id, jws, statement: { kind } }) => {
    const entry = { seq: seq + 1, id, kind, jws, recordedAt, previous: hash };
    ({ seq, hash } = { seq: entry.seq, hash: hashOf(entry) });
    return { ...entry, hash };
  });
}
