import type { HubError } from '../../schema/contract/errors.js';
import type { Logger } from '../../schema/contract/log.js';
import type { Edition } from '../edition.js';
import type { HeldRelease } from '../release/held.js';
import type { KeptReleases } from '../release/kept.js';
import { releaseRefused } from '../release/refusal.js';
import type { Gateway } from '../server.js';
import { besideRequests } from '../supergraph/pace.js';
import type { OperationBook } from '../usage/book.js';
import { writtenFigures, type Figures } from './baseline.js';
import { Difference } from './difference.js';
import type { Present } from './present.js';
import { strippedOf, unnamedOf } from './protection.js';
import type { Reports } from './reports.js';
import type { EditionRuns } from './runs.js';
import type { LaunchSettings } from './settings.js';
import { warm } from './warm.js';

/** What releases are launched with. */
export interface LauncherParts {
  readonly gateway: Pick<Gateway, 'takeOver'>;
  readonly kept: KeptReleases;
  readonly reports: Reports;
  readonly book: OperationBook;
  readonly settings: LaunchSettings;
  readonly log: Logger;
  /** Makes what measures an edition. */
  readonly runs: () => EditionRuns;
}

/** One launch, from a verified release to its swap. */
export class Launch {
  private readonly runs: EditionRuns;
  private readonly figures: Figures;
  private difference = new Difference();
  private isTaken = false;

  /** @param former what is served until then */
  constructor(
    private readonly release: HeldRelease,
    private readonly former: Present,
    private readonly parts: LauncherParts,
  ) {
    this.runs = parts.runs();
    this.figures = former.watched?.figures ?? former.runs.baseline.figures();
  }

  /** What is served when it went well. */
  get outcome(): Present {
    const { release, runs, former, figures } = this;
    if (!this.isWatched) return { release, good: release, runs };
    return { release, good: former.good, runs, watched: { since: new Date(), figures } };
  }

  /** What was found on the way. */
  get measures(): Difference['measures'] {
    return this.difference.measures;
  }

  /** @throws HubError RELEASE_REFUSED and whatever the opening of the supergraph throws; the former one serves on. */
  async go(): Promise<void> {
    const { release, runs, parts } = this;
    const returned = await parts.kept.returned();
    if (returned?.number === release.number)
      throw releaseRefused('RETURNED', { found: returned.reason.text });
    await parts.gateway.takeOver(release.supergraphSdl, {
      witness: runs,
      ready: (next, former, signal) => this.ready({ next, former }, signal),
    });
    if (!this.isTaken) throw new Error('The gateway stops.');
  }

  private get isWatched(): boolean {
    return this.parts.settings.LAUNCH_WATCH_S > 0 && this.former.good.number !== this.release.number;
  }

  private async ready({ next, former }: Editions, signal: AbortSignal): Promise<void> {
    const pace = besideRequests();
    const { LAUNCH_WARM_OPERATIONS, LAUNCH_WARM_MS: ms } = this.parts.settings;
    const stripped = await strippedOf(former, next, pace);
    const unnamed = unnamedOf(stripped, this.release.opened, former);
    if (unnamed.length > 0) throw stripping(unnamed);
    const operations = this.parts.book.top(LAUNCH_WARM_OPERATIONS);
    this.difference = await warm(next, { operations, former, ms, pace, signal });
    await this.write();
    this.isTaken = true;
  }

  /** Before the swap, so that a process that ends right after it knows what it was about. */
  private async write(): Promise<void> {
    const { release, figures, parts } = this;
    const { reports, kept } = parts;
    const since = new Date().toISOString();
    const baseline = writtenFigures(figures);
    await reports.written(
      this.isWatched ? kept.keepTrial({ release, since, baseline }) : kept.keepGood(release),
    );
  }
}

interface Editions {
  readonly next: Edition;
  readonly former: Edition;
}

/** Coordinates that are told of. Unit: coordinates. */
const MAX_TOLD = 20;

function stripping(coordinates: readonly string[]): HubError {
  const told = coordinates.slice(0, MAX_TOLD).join(', ');
  const found = { vi: told, en: told };
  return releaseRefused('PROTECTION', { found, coordinates: coordinates.length });
}
