import { projectPath } from '../../../../schema/contract/project.js';
import { errorIn, type Calls, type Reply } from './protocol.js';
import { Worker } from 'node:worker_threads';

/** A thread ended before it answered: it took too long, or it failed. */
export class ThreadLostError extends Error {
  constructor(readonly reason: string) {
    super(`A planning thread was lost: ${reason}.`);
  }
}

/** A question that waits for its answer. */
interface Waiting {
  readonly resolve: (answer: Calls[keyof Calls]['answer']) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * A thread that reads supergraphs and plans operations, so that neither keeps the gateway from answering. It is asked one
 * question at a time. It does not keep the process alive while it is idle.
 */
export class PlanningThread {
  private readonly worker: Worker;
  private waiting: Waiting | undefined;
  private lost: ThreadLostError | undefined;

  /** @param heapMb memory it may use. Unit: megabytes. */
  constructor(heapMb: number) {
    this.worker = new Worker(ENTRY, { ...fromSources(), resourceLimits: { maxOldGenerationSizeMb: heapMb } });
    this.worker.on('message', (reply: Reply) => this.settle((waiting) => answered(waiting, reply)));
    this.worker.on('error', (error: unknown) => this.lose(new ThreadLostError(String(error))));
    this.worker.on('exit', () => this.lose(new ThreadLostError('it ended')));
    // Listening keeps the process alive again.
    this.worker.unref();
  }

  /** Whether it can be asked nothing more. */
  get isLost(): boolean {
    return this.lost !== undefined;
  }

  /** Why it can be asked nothing more. */
  get lostBecause(): string | undefined {
    return this.lost?.reason;
  }

  /**
   * Asks a question; a thread that does not answer in time is ended.
   *
   * @param milliseconds Unit: milliseconds.
   * @throws ThreadLostError when it gave no answer.
   * @throws HubError that was found in the thread.
   */
  ask<Kind extends keyof Calls>(
    kind: Kind,
    asked: Calls[Kind]['asked'],
    milliseconds: number,
  ): Promise<Calls[Kind]['answer']> {
    if (this.lost) return Promise.reject(this.lost);
    if (this.waiting) throw new Error('A planning thread is asked one question at a time.');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.cutOff(milliseconds), milliseconds);
      this.waiting = { resolve, reject, timer };
      this.worker.postMessage({ kind, asked }, []);
    });
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    this.lose(new ThreadLostError('it was closed'));
    await this.worker.terminate();
  }

  private cutOff(milliseconds: number): void {
    this.lose(new ThreadLostError(`it took more than ${milliseconds} ms`));
    void this.worker.terminate();
  }

  private lose(error: ThreadLostError): void {
    this.lost ??= error;
    this.settle(({ reject }) => reject(error));
  }

  private settle(tell: (waiting: Waiting) => void): void {
    const { waiting } = this;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.waiting = undefined;
    tell(waiting);
  }
}

function answered({ resolve, reject }: Waiting, reply: Reply): void {
  if ('answer' in reply) resolve(reply.answer);
  else reject(errorIn(reply) ?? new Error('A planning thread gave an answer that is none.'));
}

const isBuilt = import.meta.url.endsWith('.js');
/** What is bundled stands elsewhere; the entry is not bundled. */
const ENTRY = isBuilt
  ? projectPath('dist', 'gateway', 'engine', 'plan', 'threads', 'thread.js')
  : new URL('./thread.ts', import.meta.url);

/** Outside of the build the thread has to read TypeScript. */
function fromSources(): { readonly execArgv?: string[] } {
  return isBuilt ? {} : { execArgv: ['--import', '@oxc-node/core/register'] };
}
