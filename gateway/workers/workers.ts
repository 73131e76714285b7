import { HubError } from '../../schema/contract/errors.js';
import type { Logger } from '../../schema/contract/log.js';
import type { Running } from '../../schema/contract/process.js';
import { text } from '../../schema/contract/text.js';
import { timeLimit } from '../../schema/contract/time-limit.js';
import { handKey, isReady } from './messages.js';
import { pauseAfter } from './pause.js';
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { KeyObject } from 'node:crypto';

/** What several processes of one gateway are run with. */
export interface WorkersOptions {
  /** Unit: processes. */
  readonly count: number;
  /** Signs the tokens for subgraphs, in all of them. */
  readonly signingKey: KeyObject;
  /** How long a process may take to stop before it is killed. Unit: milliseconds. */
  readonly stopLimitMs: number;
  readonly log: Logger;
}

/** A place for one process: the one that holds it, and how often it failed in a row. */
interface Place {
  worker: Worker;
  startedAt: number;
  failures: number;
}

/**
 * Several processes of one gateway that share its port: one that ends is replaced, and `renew` exchanges all of them, one
 * after the other, without losing a request.
 */
export class Workers implements Running {
  private readonly places: Place[] = [];
  private isStopping = false;
  private renewing: Promise<void> | null = null;

  private constructor(private readonly options: WorkersOptions) {}

  /** Starts all processes. @throws HubError WORKER_FAILED when one of them does not come up. */
  static async start(options: WorkersOptions): Promise<Workers> {
    const workers = new Workers(options);
    const started = await Promise.allSettled(Array.from({ length: options.count }, () => workers.started()));
    const isWhole = started.every(({ status }) => status === 'fulfilled');
    for (const each of started) if (each.status === 'fulfilled') workers.put(each.value);
    if (isWhole) return workers;
    await workers.stop();
    throw failed();
  }

  /** Exchanges all processes for new ones, each when the new one answers; what does not come up changes nothing. */
  renew(): Promise<void> {
    this.renewing ??= this.exchangeAll().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.places.map(({ worker }) => this.ended(worker)));
  }

  private async exchangeAll(): Promise<void> {
    const { log } = this.options;
    for (const place of this.places) {
      if (this.isStopping) return;
      try {
        const next = await this.started();
        const former = place.worker;
        this.hold(place, next);
        await this.ended(former);
      } catch {
        log.error('a new process of the gateway does not come up: the former ones stay');
        return;
      }
    }
    log.info({ workers: this.places.length }, 'all processes of the gateway were exchanged');
  }

  /** A process that answers. @throws HubError WORKER_FAILED when it ends before. */
  private async started(): Promise<Worker> {
    const worker = cluster.fork();
    handKey(worker, this.options.signingKey);
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: unknown) => isReady(message) && resolve());
      worker.once('exit', () => reject(failed()));
    });
    return worker;
  }

  private put(worker: Worker): void {
    const place = { worker, startedAt: Date.now(), failures: 0 };
    this.places.push(place);
    this.hold(place, worker);
  }

  private hold(place: Place, worker: Worker): void {
    place.worker = worker;
    place.startedAt = Date.now();
    worker.once('exit', (code: number | null, signal: string | null) => {
      if (this.isStopping || place.worker !== worker) return;
      this.options.log.error({ pid: worker.process.pid, code, signal }, 'a process of the gateway ended');
      this.replace(place);
    });
  }

  private replace(place: Place): void {
    const { pause, failures } = pauseAfter(place.failures, Date.now() - place.startedAt);
    place.failures = failures;
    setTimeout(() => void this.tryToReplace(place), pause);
  }

  private async tryToReplace(place: Place): Promise<void> {
    if (this.isStopping) return;
    try {
      const worker = await this.started();
      this.hold(place, worker);
      if (this.isStopping) await this.ended(worker);
    } catch {
      place.startedAt = Date.now();
      this.replace(place);
    }
  }

  /** Lets a process answer what it was asked, and end. */
  private async ended(worker: Worker): Promise<void> {
    if (worker.isDead()) return;
    const exit = once(worker, 'exit');
    worker.process.kill('SIGTERM');
    if (await timeLimit(exit, this.options.stopLimitMs, null)) return;
    worker.process.kill('SIGKILL');
    await exit;
  }
}

function failed(): HubError {
  return new HubError(
    'WORKER_FAILED',
    text(
      'Một tiến trình của cổng liên thông không khởi động được; lý do nằm ở các dòng nhật ký phía trên.',
      'A process of the gateway does not come up; the lines above in the log say why.',
    ),
  );
}
