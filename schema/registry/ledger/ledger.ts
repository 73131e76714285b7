import type { Address } from '../../contract/release/address.js';
import { followChain, hashOf, type ChainEnd } from '../../contract/release/chain.js';
import type { Signed } from '../../contract/release/sign.js';
import type { StatementKind } from '../../contract/release/statements.js';
import type { LogEntry } from '../../contract/release/wire.js';
import { folded } from '../state/fold.js';
import { assertGenuine } from '../state/genuine.js';
import { EMPTY, type RegistryState } from '../state/state.js';
import { LogMovedError } from '../store/guarded.js';
import type { Store } from '../store/store.js';
import { Lane } from './lane.js';

/** Statements that are written at once, with the texts they name. */
export interface Written {
  readonly statements: readonly Signed[];
  readonly texts: ReadonlyMap<Address, string>;
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
      const entries = chained(this.#state.end, written.statements);
      await this.#store.append(this.#state.end, { entries, texts: written.texts }).catch((error: unknown) => {
        throw error instanceof LogMovedError ? new StateMovedError() : error;
      });
      this.#take(entries);
      return entries;
    });
  }

  /** Calls back after each change, until it is told to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #take(entries: readonly LogEntry[]): void {
    if (entries.length === 0) return;
    followChain(entries, this.#state.end);
    this.#state = folded(this.#state, entries, assertGenuine);
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

function chained(end: ChainEnd, statements: readonly Signed[]): readonly LogEntry[] {
  const recordedAt = new Date().toISOString();
  let { seq, hash } = end;
  return statements.map(({ id, jws, statement: { kind } }) => {
    const entry = { seq: seq + 1, id, kind, jws, recordedAt, previous: hash };
    ({ seq, hash } = { seq: entry.seq, hash: hashOf(entry) });
    return { ...entry, hash };
  });
}
