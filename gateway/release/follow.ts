import { HubError } from '../../schema/contract/errors.js';
import type { Logger } from '../../schema/contract/log.js';
import type { KnownRegistry } from '../../schema/contract/release/known-registry.js';
import { verifyRelease, type ReleaseRefusal } from '../../schema/contract/release/release.js';
import type { ChannelRelease } from '../../schema/contract/release/wire.js';
import { BackOff, paused } from './back-off.js';
import type { HeldRelease } from './held.js';
import { RegistryAway, type RegistryLink } from './link.js';
import { reasonOf } from './refusal.js';

/** What a channel is followed with. */
export interface FollowOptions {
  readonly link: Pick<RegistryLink, 'newer' | 'text'>;
  readonly channel: string;
  readonly registry: KnownRegistry;
  readonly log: Logger;
  /** Number of the release that is held; an older one is refused. */
  readonly after: number;
  /** Takes a newer release over; whether it is done with it. What it throws is not told of again. */
  readonly take: (release: HeldRelease) => Promise<boolean>;
  /** Told of a release that was refused. @param number as the registry said; nobody vouches for it */
  readonly refused: (number: number, error: HubError) => void;
  /** Aborted when nobody wants newer ones any more. */
  readonly signal: AbortSignal;
}

/** Shortest pause between two questions: a registry that answers at once is not asked without end. Unit: milliseconds. */
const PAUSE_MS = 100;

/** A text may be a wrong one only since it was cut on its way. */
const MENDING: ReleaseRefusal = 'TEXT';

/** Follows a channel until it is not wanted any more: each newer release that is what its registry signed is taken over. */
export async function followChannel(options: FollowOptions): Promise<void> {
  await new Following(options).go();
}

class Following {
  private readonly backOff = new BackOff();
  /** Releases up to this one are done with, as far as somebody vouches for their numbers. */
  private seen: number;
  /** The pointer that was refused last, of which is told once. */
  private refused: { readonly pointed: string; readonly mayMend: boolean } | undefined;
  private isAway = false;

  constructor(private readonly options: FollowOptions) {
    this.seen = options.after;
  }

  async go(): Promise<void> {
    const { signal } = this.options;
    while (!signal.aborted) {
      const isWell = await this.turn();
      if (isWell) this.backOff.reset();
      await paused(isWell ? PAUSE_MS : this.backOff.next(), signal);
    }
  }

  /** Asks once; whether there is no reason to wait before the next time. */
  private async turn(): Promise<boolean> {
    const { link, signal } = this.options;
    try {
      const found = await link.newer(this.seen, true, signal);
      this.back();
      return !found || (await this.look(found));
    } catch (error) {
      if (!signal.aborted) this.away(error);
      return false;
    }
  }

  private async look(found: ChannelRelease): Promise<boolean> {
    if (found.pointed === this.refused?.pointed && !this.refused.mayMend) return false;
    const release = await this.verified(found);
    if (!release) return false;
    const isDone = await this.options.take(release);
    if (isDone) this.seen = release.number;
    return isDone;
  }

  /** Nobody vouches for what is refused here, so its number counts for nothing. */
  private async verified(found: ChannelRelease): Promise<HeldRelease | undefined> {
    try {
      return await verifiedRelease(found, { ...this.options, after: this.seen });
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      if (found.pointed !== this.refused?.pointed) {
        this.options.refused(found.number, error);
        this.backOff.reset();
      }
      this.refused = { pointed: found.pointed, mayMend: reasonOf(error) === MENDING };
      return undefined;
    }
  }

  private away(error: unknown): void {
    const { log, channel } = this.options;
    const told = error instanceof RegistryAway ? { reason: error.why } : { err: error };
    if (!this.isAway) log.warn({ channel, ...told }, 'the registry is away: the present release stays');
    this.isAway = true;
  }

  private back(): void {
    if (this.isAway) this.options.log.info({ channel: this.options.channel }, 'the registry is back');
    this.isAway = false;
  }
}

/**
 * Gets the text of a release, and verifies it.
 *
 * @throws HubError RELEASE_REFUSED, RegistryAway when the text cannot be had.
 */
export async function verifiedRelease(
  { pointed, composed, supergraph }: ChannelRelease,
  {
    link,
    channel,
    registry,
    after,
    signal,
  }: Pick<FollowOptions, 'link' | 'channel' | 'registry' | 'signal'> & { readonly after?: number },
): Promise<HeldRelease> {
  const supergraphSdl = await link.text(supergraph, signal);
  const verified = await verifyRelease({ pointed, composed, supergraphSdl }, { channel, registry, after });
  return { ...verified, signed: { pointed, composed } };
}
