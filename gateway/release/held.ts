import type { Release, VerifiedRelease } from '../../schema/contract/release/release.js';

/** A release that was verified, with the signatures by which it can be verified again. */
export interface HeldRelease extends VerifiedRelease {
  readonly signed: Pick<Release, 'pointed' | 'composed'>;
}

/** The time since which a release is watched, and what it is compared with. */
export interface Watched {
  /** ISO instant. */
  readonly since: string;
  /** What was measured of the release before, as the launch room writes it. */
  readonly baseline?: unknown;
}

/** A release that is served and not yet known to be good. */
export interface Trial extends Watched {
  readonly release: HeldRelease;
}

/** A release that the gateway served and left. */
export interface Returned {
  readonly number: number;
  readonly composed: string;
  /** ISO instant. */
  readonly at: string;
  readonly reason: { readonly code: string; readonly text: { readonly vi: string; readonly en: string } };
}
