import { addressOf, type Address } from '../../contract/release/address.js';
import { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';
import { readLaw } from '../ownership/law-file.js';
import type { Law } from '../ownership/law.js';
import type { Store } from '../store/store.js';
import { LRUCache } from 'lru-cache';

/** Texts by their addresses: those that came with a statement, and those that the registry holds. */
export class Texts {
  readonly #store: Store;
  readonly #laws = new LRUCache<Address, Law>({ max: 4 });

  constructor(store: Store) {
    this.#store = store;
  }

  /** @throws HubError INVALID_STATEMENT when neither has it. */
  async find(address: Address, came: ReadonlyMap<Address, string>): Promise<string> {
    const found = came.get(address) ?? (await this.#store.text(address));
    if (found === undefined) throw wrong('NO_TEXT', address);
    return found;
  }

  /** The law at an address. @throws HubError INVALID_STATEMENT when there is none, INVALID_INPUT when it is wrong. */
  async law(address: Address, came: ReadonlyMap<Address, string>): Promise<Law> {
    const known = this.#laws.get(address) ?? readLaw(await this.find(address, came));
    this.#laws.set(address, known);
    return known;
  }
}

/** The texts that came with a statement, each at its own address. @throws HubError INVALID_STATEMENT */
export function cameWith(texts: Readonly<Record<string, string>>): ReadonlyMap<Address, string> {
  return new Map(
    Object.entries(texts).map(([address, written]) => {
      if (addressOf(written) !== address || written.includes('\0')) throw wrong('OTHER_TEXT', address);
      return [address, written];
    }),
  );
}

function wrong(reason: 'NO_TEXT' | 'OTHER_TEXT', address: string): HubError {
  const words = {
    NO_TEXT: text(`Thiếu văn bản tại ${address}.`, `The text at ${address} is missing.`),
    OTHER_TEXT: text(
      `Văn bản gửi kèm không đúng địa chỉ ${address}.`,
      `The text that came with the statement is not the one at ${address}.`,
    ),
  } as const;
  return new HubError('INVALID_STATEMENT', words[reason], { reason });
}
