import type { HeldRelease } from '../release/held.js';
import type { Figures } from './baseline.js';
import type { EditionRuns } from './runs.js';

/** What a gateway serves. */
export interface Present {
  readonly release: HeldRelease;
  /** The one to which it returns when that is no good; the same while it is not watched. */
  readonly good: HeldRelease;
  readonly runs: EditionRuns;
  /** When it was launched, and with what it is compared; nothing where it is not watched. */
  readonly watched?: { readonly since: Date; readonly figures: Figures };
}
