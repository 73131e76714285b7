import type { KeptReleases } from '../release/kept.js';
import type { Present } from './present.js';
import { Watch, type Regress } from './watch.js';

/** What a sentry looks at, and whom it tells. */
export interface SentryOptions {
  readonly kept: Pick<KeptReleases, 'returned'>;
  /** How long a release is watched. Unit: milliseconds. */
  readonly watchMs: number;
  readonly onRegress: (judged: Present, reason: Regress) => void;
  readonly onPassed: (judged: Present) => void;
  /** Another process of this host left the release that is served here, too. */
  readonly onOthersReturned: (judged: Present) => void;
}

/** How often it looks. Unit: milliseconds. */
const EVERY_MS = 500;

/** Looks after the release that is served: as long as it is new at what is measured, and always at what others found. */
export class Sentry {
  private present: Present | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: SentryOptions) {
    this.timer = setInterval(() => void this.beat(), EVERY_MS);
    this.timer.unref();
  }

  /** Looks after this one from now on. */
  look(present: Present): void {
    if (this.present && this.present.runs !== present.runs) this.present.runs.watch = undefined;
    this.present = present;
    if (present.watched) present.runs.watch = new Watch(present.watched.figures);
  }

  stop(): void {
    clearInterval(this.timer);
    this.present = undefined;
  }

  private async beat(): Promise<void> {
    const { present } = this;
    if (!present) return;
    this.judge(present);
    const returned = await this.options.kept.returned();
    if (this.present !== present || returned?.number !== present.release.number) return;
    this.present = undefined;
    this.options.onOthersReturned(present);
  }

  private judge(present: Present): void {
    const { watched, runs } = present;
    const { watch } = runs;
    if (!watched || !watch) return;
    const isOver = Date.now() - watched.since.getTime() >= this.options.watchMs;
    const regress = isOver ? watch.lastRegress() : watch.regress();
    if (!regress && !isOver) return;
    this.present = undefined;
    if (regress) this.options.onRegress(present, regress);
    else this.options.onPassed(present);
  }
}
