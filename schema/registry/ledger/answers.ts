import type { Address } from '../../contract/release/address.js';
import { statementIn } from '../../contract/release/sign.js';
import type { ChannelRelease, LogEntry } from '../../contract/release/wire.js';
import { lastMove } from '../state/questions.js';
import type { Move, RegistryState } from '../state/state.js';
import type { Store } from '../store/store.js';
import { LRUCache } from 'lru-cache';

/** What channels serve, as it is sent to gateways; the last ones are kept, so that they are there without a database. */
export class Releases {
  readonly #store: Store;
  readonly #known = new LRUCache<Address, ChannelRelease>({ max: 100 });

  constructor(store: Store) {
    this.#store = store;
  }

  /** What a channel serves; null when it serves nothing. */
  async on(state: RegistryState, channel: string): Promise<ChannelRelease | null> {
    const move = lastMove(state.channels.get(channel));
    return move ? this.#of(move) : null;
  }

  /** Where a channel was pointed by one of its moves. */
  async at(move: Move): Promise<ChannelRelease> {
    return this.#of(move);
  }

  /** Where a decision moved a channel; null when it moved none. */
  async of(entries: readonly LogEntry[]): Promise<ChannelRelease | null> {
    const pointed = entries.find(({ kind }) => kind === 'POINTED');
    if (!pointed) return null;
    const statement = statementIn(pointed.jws);
    if (statement.kind !== 'POINTED')
      throw new Error(`Entry ${pointed.seq} is of another kind than it says.`);
    return this.#of({ pointed: pointed.id, composed: statement.composed });
  }

  async #of(move: Pick<Move, 'pointed' | 'composed'>): Promise<ChannelRelease> {
    const known = this.#known.get(move.pointed);
    if (known) return known;
    const [pointed, composed] = await Promise.all([this.#jws(move.pointed), this.#jws(move.composed)]);
    const release = releaseOf(pointed, composed);
    this.#known.set(move.pointed, release);
    return release;
  }

  async #jws(id: Address): Promise<string> {
    const entry = await this.#store.entry(id);
    if (!entry) throw new Error(`The log has lost ${id}.`);
    return entry.jws;
  }
}

function releaseOf(pointed: string, composed: string): ChannelRelease {
  const [move, made] = [statementIn(pointed), statementIn(composed)];
  if (move.kind !== 'POINTED' || made.kind !== 'COMPOSED')
    throw new Error('A channel points at no composition.');
  const { channel, number } = move;
  return { channel, number, pointed, composed, supergraph: made.supergraph };
}

/** The address of the report by which a decision was made, if there was one. */
export function reportOf(entries: readonly LogEntry[]): Address | undefined {
  const composed = entries.find(({ kind }) => kind === 'COMPOSED');
  const statement = composed && statementIn(composed.jws);
  return statement?.kind === 'COMPOSED' ? statement.report : undefined;
}
