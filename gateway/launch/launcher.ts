import { ThreadlessError } from '../engine/plan/threads/open.js';
import { Retries } from '../files/retries.js';
import { BackOff, paused } from '../release/back-off.js';
import type { HeldRelease } from '../release/held.js';
import { besideRequests } from '../supergraph/pace.js';
import { Launch, type LauncherParts } from './launch.js';
import type { Present } from './present.js';
import { Sentry } from './sentry.js';
import { warm } from './warm.js';
import type { Regress } from './watch.js';

/** Time for plans when the gateway returns to a former release: that must not take long. Unit: milliseconds. */
const RETURN_WARM_MS = 2_000;
/** How often a return is begun before the release that is served is looked at again. Unit: attempts. */
const RETURN_ATTEMPTS = 5;

/** Puts newer releases in place, watches each until it is known to be good, and returns when it is not. */
export class Launcher {
  private readonly retries = new Retries();
  private readonly sentry: Sentry;
  private turns: Promise<unknown> = Promise.resolve();
  private readonly over = new AbortController();

  constructor(
    private present: Present,
    private readonly parts: LauncherParts,
  ) {
    const { settings, kept } = parts;
    this.sentry = new Sentry({
      kept,
      watchMs: settings.LAUNCH_WATCH_S * 1_000,
      onRegress: (judged, reason) => void this.turnOn(judged, () => this.goBack(reason)),
      onPassed: (judged) => void this.turnOn(judged, () => this.passed()),
      onOthersReturned: (judged) => void this.turnOn(judged, () => this.goBack()),
    });
    this.sentry.look(present);
  }

  /**
   * Puts a release in place after what was begun before; whether it is done with it, be it launched or refused. One that
   * comes while another is watched ends that watch: then both are left for the last one that was found good.
   */
  launch(release: HeldRelease): Promise<boolean> {
    return this.turn(() => this.take(release));
  }

  /** Nothing is launched or watched any more. */
  stop(): void {
    this.over.abort();
    this.sentry.stop();
  }

  private get isOver(): boolean {
    return this.over.signal.aborted;
  }

  private turn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turns.then(work);
    this.turns = done.catch(() => undefined);
    return done;
  }

  /** Acts on what was found of a release, unless another one has taken its place meanwhile. */
  private turnOn({ runs }: Present, work: () => Promise<void>): Promise<void> {
    return this.turn(async () => {
      if (this.present.runs === runs) await work();
    });
  }

  private async take(release: HeldRelease): Promise<boolean> {
    const name = String(release.number);
    if (!this.retries.isDue(name)) return false;
    const began = performance.now();
    const launch = new Launch(release, this.present, this.parts);
    try {
      await launch.go();
    } catch (error) {
      return this.refused(release, error);
    }
    this.present = launch.outcome;
    this.sentry.look(this.present);
    const ms = Math.round(performance.now() - began);
    this.parts.reports.launched(release, { ms, ...launch.measures });
    return true;
  }

  private refused(release: HeldRelease, error: unknown): boolean {
    if (this.isOver) return true;
    const isPassing = error instanceof ThreadlessError && this.retries.next(String(release.number));
    this.parts.reports.refused(release.number, error);
    return !isPassing;
  }

  private async passed(): Promise<void> {
    const { release, watched, runs } = this.present;
    if (!watched) return;
    this.parts.reports.passed(release, runs.watch?.measures());
    runs.watch = undefined;
    this.present = { release, good: release, runs };
    this.sentry.look(this.present);
    await this.parts.reports.written(this.parts.kept.keepGood(release));
  }

  /** @param reason nothing where another process of this host found it, and wrote it down */
  private async goBack(reason?: Regress): Promise<void> {
    const { release: left, runs } = this.present;
    const good = await this.returnTo();
    if (this.isOver) return;
    if (good.number === left.number) {
      this.sentry.look(this.present);
      return;
    }
    const { kept, reports } = this.parts;
    if (reason) {
      const { composedId: composed, number } = left;
      const returned = { number, composed, at: new Date().toISOString(), reason };
      await reports.written(kept.keepReturned(returned, good));
    }
    const began = performance.now();
    if (!(await this.put(good))) {
      this.sentry.look(this.present);
      return;
    }
    const ms = Math.round(performance.now() - began);
    reports.returned({ left, good }, reason, { ms, ...runs.watch?.measures() });
  }

  /** Another process may have found it good before, and know better what is. */
  private async returnTo(): Promise<HeldRelease> {
    const { release, good } = this.present;
    return good.number === release.number ? ((await this.parts.kept.good()) ?? good) : good;
  }

  /** Puts a release in place that was found good; whether that is done. */
  private async put(good: HeldRelease): Promise<boolean> {
    const backOff = new BackOff();
    for (let attempt = 1; attempt <= RETURN_ATTEMPTS && !this.isOver; attempt += 1) {
      try {
        await this.tryPut(good);
        return true;
      } catch (error) {
        this.parts.log.error({ err: error, number: good.number, attempt }, 'a return to a release failed');
        await paused(backOff.next(), this.over.signal);
      }
    }
    return false;
  }

  private async tryPut(good: HeldRelease): Promise<void> {
    const { gateway, book, settings } = this.parts;
    const runs = this.parts.runs();
    await gateway.takeOver(good.supergraphSdl, {
      witness: runs,
      ready: async (next, _, signal) => {
        const operations = book.top(settings.LAUNCH_WARM_OPERATIONS);
        const ms = Math.min(settings.LAUNCH_WARM_MS, RETURN_WARM_MS);
        await warm(next, { operations, ms, pace: besideRequests(), signal });
      },
    });
    this.present = { release: good, good, runs };
    this.sentry.look(this.present);
  }
}
