import { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';
import type { CheckInput, OnStep } from '../checks/input.js';
import type { CheckReport } from '../checks/report.js';
import { CheckCutOffError, CheckThread, type CheckBounds } from './check-thread.js';
import { cutOffReport } from './cut-off.js';

/** How checks are run. */
export interface ComposerOptions extends CheckBounds {
  /** How long the thread is kept for a next check; it holds all that composition needs. Unit: milliseconds. */
  readonly idleMs: number;
  /** Checks of one agency that may wait. Unit: checks. */
  readonly waitingPerAgency: number;
  /** Told why a thread failed, which is nobody's SDL's fault. */
  readonly onFailure: (reason: string) => void;
}

/** Checks proposals one after the other, in a thread that comes when it is needed and goes when it is idle. */
export class Composer {
  readonly #options: ComposerOptions;
  readonly #waiting = new Map<string, number>();
  #thread: CheckThread | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(options: ComposerOptions) {
    this.#options = options;
  }

  /**
   * Checks a proposal; one that takes too long, or too much memory, has not passed.
   *
   * @throws HubError TRY_AGAIN when the agency has too many waiting, or the thread failed.
   */
  async check(input: CheckInput, onStep: OnStep = () => undefined): Promise<CheckReport> {
    const { agency } = input.proposed;
    const waiting = this.#waiting.get(agency) ?? 0;
    if (waiting >= this.#options.waitingPerAgency) throw tryAgain();
    this.#waiting.set(agency, waiting + 1);
    const report = this.#last.then(() => this.#run(input, onStep));
    this.#last = report.catch(() => undefined);
    return report.finally(() => this.#leave(agency));
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#thread?.close();
  }

  async #run(input: CheckInput, onStep: OnStep): Promise<CheckReport> {
    clearTimeout(this.#idle);
    if (!this.#thread || this.#thread.isLost) this.#thread = new CheckThread(this.#options);
    try {
      return await this.#thread.check(input, onStep);
    } catch (error) {
      if (!(error instanceof CheckCutOffError)) throw error;
      if (error.reason !== 'FAILED') return cutOffReport(error.reason, input.proposed.agency);
      this.#options.onFailure(error.message);
      throw tryAgain();
    } finally {
      this.#rest();
    }
  }

  /** Ends the thread after a time without work. */
  #rest(): void {
    this.#idle = setTimeout(() => {
      void this.#thread?.close();
      this.#thread = undefined;
    }, this.#options.idleMs).unref();
  }

  #leave(agency: string): void {
    const waiting = (this.#waiting.get(agency) ?? 1) - 1;
    if (waiting === 0) this.#waiting.delete(agency);
    else this.#waiting.set(agency, waiting);
  }
}

function tryAgain(): HubError {
  return new HubError(
    'TRY_AGAIN',
    text(
      'Sổ đăng ký đang bận kiểm tra; hãy gửi lại sau ít giây.',
      'The registry is busy with checks; send it again in a few seconds.',
    ),
    { reason: 'BUSY' },
  );
}
