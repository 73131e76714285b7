import type { Address } from '../contract/release/address.js';
import type { Tools } from './deciding/deciding.js';
import { sayingWith } from './ledger/saying.js';
import type { RegistryParts } from './parts.js';
import type { RegistryState } from './state/state.js';
import { withRegistered } from './usage/store/known.js';

/** What a decision on a state may use, with the texts that came with its statement. */
export function toolsOf(
  { texts, usage, composer, key, limits }: RegistryParts,
  state: RegistryState,
  came: ReadonlyMap<Address, string>,
): Tools {
  const now = new Date();
  const find = (address: Address): Promise<string> => texts.find(address, came);
  const since = new Date(now.getTime() - limits.usageDays * DAY_MS);
  return {
    now,
    state,
    limits,
    text: find,
    law: (address) => texts.law(address, came),
    usage: async (channel) => withRegistered(await usage.evidence(channel, since), state, find),
    check: (input, onStep) => composer.check(input, onStep),
    say: sayingWith(key, () => now),
  };
}

const DAY_MS = 86_400_000;
