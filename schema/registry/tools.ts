import { HubError } from '../contract/errors.js';
import type { Address } from '../contract/release/address.js';
import { text } from '../contract/text.js';
import type { Tools } from './deciding/deciding.js';
import { sayingWith } from './ledger/saying.js';
import type { RegistryParts } from './parts.js';
import { nameOf, validKeys } from './state/questions.js';
import type { RegistryState } from './state/state.js';
import { withRegistered } from './usage/store/known.js';

/** Who has something decided, and what came with it. */
export interface Asking {
  /** Texts that came with the statement. */
  readonly came: ReadonlyMap<Address, string>;
  /** Whose turn checks take. */
  readonly asker: string;
}

/** What a decision on a state may use, with the texts that came with its statement. */
export function toolsOf(
  { texts, usage, composer, key, limits }: RegistryParts,
  state: RegistryState,
  { came, asker }: Asking,
): Tools {
  const say = sayingWith({ key, registry: nameOf(state) });
  const now = new Date();
  const find = (address: Address): Promise<string> => texts.find(address, came);
  const since = new Date(now.getTime() - limits.usageDays * DAY_MS);
  return {
    now,
    state,
    limits,
    signer: key.kid,
    text: find,
    law: (address) => texts.law(address, came),
    usage: async (channel) => withRegistered(await usage.evidence(channel, since), state, find),
    check: (input, onStep) => composer.check(input, onStep, asker),
    say: async (said) => {
      assertCounts(state, key.kid);
      return say(said);
    },
  };
}

const DAY_MS = 86_400_000;

/** Another process may have written that this one's key counts no more. @throws HubError TRY_AGAIN */
function assertCounts(state: RegistryState, kid: string): void {
  if (validKeys(state, new Date())(kid)) return;
  throw new HubError(
    'TRY_AGAIN',
    text(
      'Khoá của sổ đăng ký không còn hiệu lực; đơn vị vận hành phải khởi động lại sổ đăng ký với khoá mới.',
      'The key of the registry counts no more; the operator has to restart the registry with a new one.',
    ),
    { reason: 'OWN_KEY' },
  );
}
