import { HubError } from '../../schema/contract/errors.js';
import type { Logger } from '../../schema/contract/log.js';
import { text } from '../../schema/contract/text.js';
import { timeLimit } from '../../schema/contract/time-limit.js';
import { handKey, isReady } from './messages.js';
import type { Worker } from 'node:cluster';
import type { KeyObject } from 'node:crypto';

/** What a process is run with. */
export interface ChildOptions {
  /** Signs the tokens for subgraphs. */
  readonly signingKey: KeyObject;
  /** How long it may take to answer before it is killed. Unit: milliseconds. */
  readonly startLimitMs: number;
  /** How long it may take to stop before it is killed. Unit: milliseconds. */
  readonly stopLimitMs: number;
  readonly log: Logger;
}

/** How a process ended; neither is known of one that never ran. */
export interface Ending {
  readonly code?: number | null;
  readonly signal?: string | null;
}

/** How long a process that is killed is waited for. Unit: milliseconds. */
const KILL_LIMIT = 5_000;

/** One of several processes of a gateway, from its fork to its end. */
export class Child {
  /** Resolves when the process is over, also when it never came to run. */
  readonly over: Promise<Ending>;
  /** Whether it answers clients, or did so until it ended. */
  isReady = false;
  isOver = false;
  private readyAt = 0;
  private ending: Promise<void> | null = null;

  constructor(
    private readonly worker: Worker,
    private readonly options: ChildOptions,
  ) {
    this.over = new Promise((resolve) => {
      worker.once('exit', (code: number | null, signal: string | null) => resolve({ code, signal }));
      worker.on('error', (err) => {
        options.log.error({ err, pid: this.pid }, 'a process of the gateway failed');
        if (this.pid === undefined) resolve({});
      });
    });
    void this.over.then(() => (this.isOver = true));
  }

  get pid(): number | undefined {
    return this.worker.process.pid;
  }

  /** How long it has answered. Unit: milliseconds. */
  get ranFor(): number {
    return Date.now() - this.readyAt;
  }

  /** Waits until it answers. @throws HubError WORKER_FAILED when it ends before, or takes too long and is killed. */
  async ready(): Promise<this> {
    const { signingKey, startLimitMs, log } = this.options;
    if (this.pid !== undefined) handKey(this.worker, signingKey);
    if (await this.hear(isReady, startLimitMs, this.over)) return this.answers();
    if (!this.isOver) {
      log.error(
        { pid: this.pid, startLimitMs },
        'a process of the gateway takes too long to start: it is killed',
      );
      this.worker.process.kill('SIGKILL');
    }
    throw failed();
  }

  /** Sends it a message; one that does not arrive is as good as one without an answer. */
  send(message: object): void {
    if (this.worker.isConnected()) this.worker.send(message, () => undefined);
  }

  /**
   * The first message that fits; none when it does not come in time.
   *
   * @param milliseconds Unit: milliseconds.
   * @param end after which none is waited for
   */
  async hear<Message>(
    fits: (message: unknown) => message is Message,
    milliseconds: number,
    end?: Promise<unknown>,
  ): Promise<Message | undefined> {
    const { promise, resolve } = Promise.withResolvers<Message | undefined>();
    const listen = (message: unknown): void => {
      if (fits(message)) resolve(message);
    };
    this.worker.on('message', listen);
    void end?.then(() => resolve(undefined));
    try {
      return await timeLimit(promise, milliseconds, undefined);
    } finally {
      this.worker.off('message', listen);
    }
  }

  /** Lets it answer what it was asked, and end. It is told once: a second signal would cut its requests. */
  end(): Promise<void> {
    this.ending ??= this.endInTime();
    return this.ending;
  }

  private answers(): this {
    this.isReady = true;
    this.readyAt = Date.now();
    return this;
  }

  private async endInTime(): Promise<void> {
    if (this.isOver) return;
    this.worker.process.kill('SIGTERM');
    if (await timeLimit(this.over, this.options.stopLimitMs, undefined)) return;
    this.options.log.error(
      { pid: this.pid },
      'a process of the gateway takes too long to stop: it is killed',
    );
    this.worker.process.kill('SIGKILL');
    await timeLimit(this.over, KILL_LIMIT, undefined);
  }
}

/** A process does not come up. */
export function failed(): HubError {
  return new HubError(
    'WORKER_FAILED',
    text(
      'Một tiến trình của cổng liên thông không khởi động được; lý do nằm ở các dòng nhật ký phía trên.',
      'A process of the gateway does not come up; the lines above in the log say why.',
    ),
  );
}
