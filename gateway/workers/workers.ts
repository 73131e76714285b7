import type { Running } from '../../schema/contract/process.js';
import { Child, failed, type ChildOptions, type Ending } from './child.js';
import { pauseAfter } from './pause.js';
import cluster, { type Worker } from 'node:cluster';

/** What several processes of one gateway are run with. */
export interface WorkersOptions extends ChildOptions {
  /** Unit: processes. */
  readonly count: number;
  /** Makes a process; from this one's program unless stated. */
  readonly fork?: () => Worker;
  /** Told before a process that was exchanged is ended, and waited for. */
  readonly beforeEnd?: (former: Child) => Promise<void>;
}

/** A place for one process. */
interface Place {
  /** The process that holds it, or held it last. */
  present: Child;
  /** How often it failed in a row. */
  failures: number;
  /** What happens here: one thing after the other, so that no two processes are started for one place. */
  work: Promise<unknown>;
}

/**
 * Several processes of one gateway that share its port: one that ends is replaced, and `renew` exchanges all of them, one
 * after the other, without losing a request.
 */
export class Workers implements Running {
  private readonly places: Place[] = [];
  /** All processes that are not over: also those that start, and those that answer their last requests. */
  private readonly live = new Set<Child>();
  private isStopping = false;
  private renewing: Promise<void> | null = null;

  private constructor(private readonly options: WorkersOptions) {}

  /** Starts all processes. @throws HubError WORKER_FAILED when one of them does not come up. */
  static async start(options: WorkersOptions): Promise<Workers> {
    const workers = new Workers(options);
    const started = await Promise.allSettled(Array.from({ length: options.count }, () => workers.started()));
    if (started.some(({ status }) => status === 'rejected')) {
      await workers.stop();
      throw failed();
    }
    for (const each of started) if (each.status === 'fulfilled') workers.put(each.value);
    return workers;
  }

  /** The processes that answer, also those that answer their last requests. */
  get ready(): readonly Child[] {
    return [...this.live].filter(({ isReady }) => isReady);
  }

  /** Exchanges all processes for new ones, each when the new one answers; what does not come up changes nothing. */
  renew(): Promise<void> {
    this.renewing ??= this.exchangeAll().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  /** Ends all processes, and waits for them. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.live].map((child) => child.end()));
    await this.renewing;
  }

  private async exchangeAll(): Promise<void> {
    const { log } = this.options;
    for (const place of this.places) {
      if (this.isStopping) return;
      try {
        await this.at(place, () => this.exchange(place));
      } catch {
        if (!this.isStopping)
          log.error('a new process of the gateway does not come up: the former ones stay');
        return;
      }
    }
    log.info({ workers: this.places.length }, 'all processes of the gateway were exchanged');
  }

  /** Does something at a place when all that was asked for before is done. */
  private at(place: Place, act: () => Promise<void>): Promise<void> {
    const done = place.work.then(act);
    place.work = done.catch(() => undefined);
    return done;
  }

  private async exchange(place: Place): Promise<void> {
    const next = await this.started();
    const former = place.present;
    this.hold(place, next);
    await this.options.beforeEnd?.(former);
    await former.end();
  }

  private put(present: Child): void {
    const place = { present, failures: 0, work: Promise.resolve() };
    this.places.push(place);
    this.hold(place, present);
  }

  private hold(place: Place, child: Child): void {
    place.present = child;
    void child.over.then((ending) => this.lost(place, child, ending));
  }

  private lost(place: Place, child: Child, { code, signal }: Ending): void {
    if (this.isStopping || place.present !== child) return;
    this.options.log.error({ pid: child.pid, code, signal }, 'a process of the gateway ended');
    this.replace(place, child.ranFor);
  }

  /** Replaces the process of a place after a pause, unless a renewal does so before. */
  private replace(place: Place, ranFor: number): void {
    const former = place.present;
    const { pause, failures } = pauseAfter(place.failures, ranFor);
    place.failures = failures;
    const tried = async (): Promise<void> => {
      if (this.isStopping || place.present !== former) return;
      await this.started().then(
        (child) => this.hold(place, child),
        () => this.replace(place, 0),
      );
    };
    setTimeout(() => void this.at(place, tried), pause);
  }

  /** A process that answers. @throws HubError WORKER_FAILED when it does not come up, or none shall any more. */
  private async started(): Promise<Child> {
    if (this.isStopping) throw failed();
    const child = new Child(this.forked(), this.options);
    this.live.add(child);
    void child.over.then(() => this.live.delete(child));
    return child.ready();
  }

  private forked(): Worker {
    const { fork = () => cluster.fork(), log } = this.options;
    try {
      return fork();
    } catch (err) {
      log.error({ err }, 'a process of the gateway cannot be made');
      throw failed();
    }
  }
}
