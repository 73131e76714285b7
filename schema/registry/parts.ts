import type { SigningKey } from '../contract/release/keys.js';
import type { CheckLimits } from './checks/input.js';
import type { Composer } from './composing/composer.js';
import type { Releases } from './ledger/answers.js';
import type { Ledger } from './ledger/ledger.js';
import type { Texts } from './ledger/texts.js';
import type { Store } from './store/store.js';
import type { UsageStore } from './usage/store/usage-store.js';

/** What a registry is made of. */
export interface RegistryParts {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly texts: Texts;
  readonly releases: Releases;
  readonly usage: UsageStore;
  readonly composer: Composer;
  /** The registry's own key. */
  readonly key: SigningKey;
  readonly limits: CheckLimits;
}
