import type { CheckInput, OnStep } from '../checks/input.js';
import type { CheckReport } from '../checks/report.js';
import { threadEntry } from '../thread-entry.js';
import type { ThreadReply } from './protocol.js';
import { Worker } from 'node:worker_threads';

/** Why a check came to no end. */
export type CutOffReason = 'TIME' | 'MEMORY' | 'FAILED';

/** A check came to no end; its thread is gone. */
export class CheckCutOffError extends Error {
  constructor(
    readonly reason: CutOffReason,
    message: string,
  ) {
    super(message);
  }
}

/** How much one check may take. */
export interface CheckBounds {
  /** Unit: milliseconds. */
  readonly timeMs: number;
  /** Unit: megabytes. */
  readonly heapMb: number;
}

/** A question that waits for its report. */
interface Waiting {
  readonly resolve: (report: CheckReport) => void;
  readonly reject: (error: CheckCutOffError) => void;
  readonly onStep: OnStep;
}

/** A thread that checks one proposal at a time; one that takes too long or too much is ended. */
export class CheckThread {
  readonly #worker: Worker;
  readonly #bounds: CheckBounds;
  #waiting: Waiting | undefined;
  #isLost = false;

  constructor(bounds: CheckBounds) {
    this.#bounds = bounds;
    const resourceLimits = { maxOldGenerationSizeMb: bounds.heapMb, maxYoungGenerationSizeMb: YOUNG_MB };
    const { file, options } = threadEntry('composing');
    this.#worker = new Worker(file, { ...options, resourceLimits });
    this.#worker.on('message', (reply: ThreadReply) => this.#take(reply));
    this.#worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#lose(new CheckCutOffError(error.code === OUT_OF_MEMORY ? 'MEMORY' : 'FAILED', error.message)),
    );
    this.#worker.on('exit', () => this.#lose(new CheckCutOffError('FAILED', 'The thread ended.')));
    this.#worker.unref();
  }

  /** Whether it can be asked nothing more. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** @throws CheckCutOffError when it gave no report. */
  async check(input: CheckInput, onStep: OnStep): Promise<CheckReport> {
    const { timeMs } = this.#bounds;
    const cutOff = (): void => this.#cutOff(new CheckCutOffError('TIME', `It took more than ${timeMs} ms.`));
    const timer = setTimeout(cutOff, timeMs);
    try {
      return await new Promise<CheckReport>((resolve, reject) => {
        this.#waiting = { resolve, reject, onStep };
        this.#worker.postMessage(input, []);
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    this.#lose(new CheckCutOffError('FAILED', 'The registry stops.'));
    await this.#worker.terminate();
  }

  #take(reply: ThreadReply): void {
    if ('step' in reply) this.#waiting?.onStep(reply.step);
    if ('report' in reply) this.#waiting?.resolve(reply.report);
    if ('failed' in reply) this.#waiting?.reject(new CheckCutOffError('FAILED', reply.failed));
  }

  #cutOff(error: CheckCutOffError): void {
    this.#lose(error);
    void this.#worker.terminate();
  }

  #lose(error: CheckCutOffError): void {
    this.#isLost = true;
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}

/** What is soon forgotten, of which composition makes much. Unit: megabytes. */
const YOUNG_MB = 48;
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';
