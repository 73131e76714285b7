import { HubError } from '../../schema/contract/errors.js';
import type { Logger } from '../../schema/contract/log.js';
import type { KnownRegistry } from '../../schema/contract/release/known-registry.js';
import { text } from '../../schema/contract/text.js';
import { verifiedRelease } from '../release/follow.js';
import type { HeldRelease } from '../release/held.js';
import type { KeptReleases } from '../release/kept.js';
import { RegistryAway, type RegistryLink } from '../release/link.js';
import type { Gateway } from '../server.js';
import { figuresIn } from './baseline.js';
import type { Present } from './present.js';
import type { Reports } from './reports.js';
import type { EditionRuns } from './runs.js';
import type { OpenOn } from './source.js';

/** What the first release is found with. */
export interface FirstParts {
  readonly link: Pick<RegistryLink, 'newer' | 'text'>;
  readonly kept: KeptReleases;
  readonly registry: KnownRegistry;
  readonly channel: string;
  readonly reports: Reports;
  readonly log: Logger;
}

/** A release on which a gateway may start. */
type Candidate = Omit<Present, 'runs'>;

/** A gateway that was opened on its first release. */
export interface Opened {
  readonly gateway: Gateway;
  readonly present: Present;
}

/**
 * Finds the release on which a gateway starts: the one that was being watched, if the channel still points at it or the
 * registry is away; the last one that was found good; or else, where nothing is kept, the newest. What is newer than what
 * is kept is launched after the start, so that it is compared, and may be left.
 */
export class FirstRelease {
  private away: RegistryAway | undefined;

  constructor(private readonly parts: FirstParts) {}

  /** Opens the gateway. @throws HubError RELEASE_REFUSED when there is nothing that can be served. */
  async open(make: OpenOn, runs: () => EditionRuns): Promise<Opened> {
    for await (const candidate of this.candidates()) {
      const present = { ...candidate, runs: runs() };
      const gateway = await this.made(make, present);
      if (!gateway) continue;
      const isWatched = present.watched !== undefined;
      this.parts.reports.started(present.release, isWatched);
      if (!isWatched) await this.keep(present.release);
      return { gateway, present };
    }
    throw this.nothing();
  }

  private async keep(release: HeldRelease): Promise<void> {
    const { kept, reports } = this.parts;
    if ((await kept.good())?.number !== release.number) await reports.written(kept.keepGood(release));
  }

  private async made(make: OpenOn, { release, runs }: Present): Promise<Gateway | undefined> {
    try {
      return await make(release.supergraphSdl, runs);
    } catch (error) {
      if (error instanceof HubError && error.details['setting'] !== 'supergraph') throw error;
      this.parts.reports.refused(release.number, error);
      return undefined;
    }
  }

  private async *candidates(): AsyncGenerator<Candidate> {
    const { kept } = this.parts;
    const [good, trial, returned] = await Promise.all([kept.good(), kept.trial(), kept.returned()]);
    const newest = await this.newest(good);
    const isStillMeant = trial && (!newest || newest.number === trial.release.number);
    if (good && trial && isStillMeant && returned?.number !== trial.release.number) {
      const watched = { since: new Date(trial.since), figures: figuresIn(trial.baseline) };
      yield { release: trial.release, good, watched };
    }
    if (good) yield { release: good, good };
    if (newest && newest.number !== returned?.number) yield { release: newest, good: newest };
  }

  /** What the channel serves now; nothing where that cannot be known, or is not what its registry signed. */
  private async newest(good: HeldRelease | undefined): Promise<HeldRelease | undefined> {
    const { link, channel, registry, reports, log } = this.parts;
    const after = good && good.number - 1;
    const { signal } = new AbortController();
    const found = await link.newer(0, false).catch((error: unknown) => this.isAway(error));
    if (!found) return undefined;
    try {
      return await verifiedRelease(found, { link, channel, registry, after, signal });
    } catch (error) {
      if (error instanceof HubError) reports.refused(found.number, error);
      else log.warn({ channel, err: error }, 'the newest release cannot be had');
      return undefined;
    }
  }

  private isAway(error: unknown): undefined {
    if (!(error instanceof RegistryAway)) throw error;
    this.away = error;
    this.parts.log.warn(
      { channel: this.parts.channel, reason: error.why },
      'the registry is away at the start',
    );
    return undefined;
  }

  private nothing(): HubError {
    const { channel } = this.parts;
    const why = this.away ? `: ${this.away.why}` : '';
    return new HubError(
      'RELEASE_REFUSED',
      text(
        `Kênh ${channel} không có bản phát hành nào phục vụ được: chưa giữ bản tốt nào và sổ đăng ký không cho bản nào${why}.`,
        `There is no release of the channel ${channel} to serve: none is kept, and the registry gives none${why}.`,
      ),
      { reason: 'NOTHING', channel },
    );
  }
}
