import { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';
import type { CheckInput, OnStep } from '../checks/input.js';
import type { CheckReport } from '../checks/report.js';
import { CheckCutOffError, CheckThread, type CheckBounds } from './check-thread.js';
import { cutOffReport } from './cut-off.js';
import { Lane } from '../ledger/lane.js';

/** How checks are run. */
export interface ComposerOptions extends CheckBounds {
  /** How long the thread is kept for a next check; it holds all that composition needs. Unit: milliseconds. */
  readonly idleMs: number;
  /** Checks of one agency that may wait. Unit: checks. */
  readonly waitingPerAgency: number;
  /** Told why a thread failed, which is nobody's SDL's fault. */
  readonly onFailure: (reason: string) => void;
}

/** Checks proposals one after the other, agencies in turn, in a thread that comes when it is needed and goes when it is idle. */
export class Composer {
  readonly #options: ComposerOptions;
  readonly #lane: Lane;
  #thread: CheckThread | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: ComposerOptions) {
    this.#options = options;
    this.#lane = new Lane(options.waitingPerAgency);
  }

  /**
   * Checks a proposal; one that takes too long, or too much memory, has not passed.
   *
   * @param asker whose turn it takes, when not the agency's whose subgraph it is
   * @throws HubError TRY_AGAIN when the agency has too many waiting, or the thread failed.
   */
  check(
    input: CheckInput,
    onStep: OnStep = () => undefined,
    asker = input.proposed.agency,
  ): Promise<CheckReport> {
    return this.#lane.run(() => this.#run(input, onStep), asker);
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
