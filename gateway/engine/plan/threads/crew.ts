import type { Logger } from '../../../../schema/contract/log.js';
import type { EngineSettings } from '../../settings.js';
import { UnplannableError } from '../unplannable.js';
import { FairQueue } from './fair-queue.js';
import type { Job } from './job.js';
import { PlanningThread, ThreadLostError } from './planning-thread.js';
import { CutOffError, type TimeLimit } from './protocol.js';
import { setTimeout as delay } from 'node:timers/promises';

/** Longest time to get ready to plan on a supergraph. Unit: milliseconds. */
export const LOAD_TIMEOUT_MS = 60_000;

/** How long an operation waits for a thread to take it, as a multiple of the time for one plan. */
const WAIT_FACTOR = 5;

/** How long it waits at least: a thread may have to be started. Unit: milliseconds. */
const MIN_WAIT_MS = 10_000;

/** Pause after a thread that did not get ready. Unit: milliseconds. */
const PAUSE_MS = 1_000;

/** How long a thread may take to cut a planning off; then it is ended. Unit: milliseconds. */
const GRACE_MS = 5_000;

/** What threads plan with. */
export interface PlanningParts {
  /** A supergraph that was checked. */
  readonly supergraphSdl: string;
  readonly settings: EngineSettings;
  readonly log: Logger;
}

/** What the threads of a crew do. */
export interface CrewParts extends PlanningParts {
  /** Time for one plan. */
  readonly limit: TimeLimit;
  /** Threads are started when they are wanted, and let go after so long without work; they are always there unless given. Unit: milliseconds. */
  readonly idle?: number;
  /** Told of an operation for which the time was too short. */
  readonly onCutOff: (job: Job) => void;
}

/** Threads that plan what waits in one queue. One that is lost is replaced, and what it was at is refused. */
export class Crew {
  private readonly queue: FairQueue<Job>;
  private readonly threads = new Set<PlanningThread>();
  private readonly closing = new AbortController();
  /** Threads that are there or on their way. */
  private working = 0;

  constructor(private readonly parts: CrewParts) {
    const { PLAN_QUEUE, PLAN_QUEUE_PER_CALLER, PLAN_TIMEOUT_MS } = parts.settings;
    this.queue = new FairQueue<Job>({
      size: PLAN_QUEUE,
      sizePerAsker: PLAN_QUEUE_PER_CALLER,
      wait: Math.max(PLAN_TIMEOUT_MS * WAIT_FACTOR, MIN_WAIT_MS),
      onGivenUp: (job) => job.refuse(),
    });
  }

  /**
   * Begins to plan.
   *
   * @param first a thread that is not used otherwise any more
   * @throws ThreadLostError when it does not get ready.
   */
  async start(first: PlanningThread): Promise<void> {
    await this.load(first);
    void this.keepServing(first);
    for (let n = 1; n < this.parts.settings.PLANNER_THREADS; n += 1) void this.keepServing();
  }

  /** Has an operation planned as soon as it is its turn. */
  add(job: Job): void {
    job.enter(this.queue);
    this.callForHelp();
  }

  /** Ends all threads; operations without a plan are refused. */
  async close(): Promise<void> {
    this.closing.abort();
    for (const job of this.queue.close()) job.refuse();
    await Promise.all([...this.threads].map((thread) => thread.close()));
  }

  /** One thread more for what waits, if not all of those are there that may be. */
  private callForHelp(): void {
    const isWanted = this.parts.idle !== undefined && this.queue.size > 0;
    if (isWanted && this.working < this.parts.settings.PLANNER_THREADS) void this.keepServing();
  }

  private async load(thread: PlanningThread): Promise<void> {
    this.threads.add(thread);
    await thread.ask('load', this.parts.supergraphSdl, LOAD_TIMEOUT_MS);
  }

  private async keepServing(first?: PlanningThread): Promise<void> {
    this.working += 1;
    let thread = first;
    let isWanted = true;
    while (isWanted && !this.closing.signal.aborted) {
      thread ??= await this.loaded();
      isWanted = thread ? await this.serve(thread) : this.parts.idle === undefined || this.queue.size > 0;
      thread = undefined;
    }
    this.working -= 1;
    if (!this.closing.signal.aborted) this.callForHelp();
  }

  private async loaded(): Promise<PlanningThread | undefined> {
    let thread: PlanningThread | undefined;
    try {
      thread = new PlanningThread(this.parts.settings.PLANNER_HEAP_MB);
      await this.load(thread);
      return thread;
    } catch (error) {
      if (thread) await this.drop(thread, error);
      await delay(PAUSE_MS, undefined, { signal: this.closing.signal, ref: false }).catch(() => undefined);
      return undefined;
    }
  }

  /** Plans with one thread as long as it lives; whether another one is to take its place. */
  private async serve(thread: PlanningThread): Promise<boolean> {
    for (;;) {
      const job = await this.queue.take(this.parts.idle);
      if (!job) {
        this.threads.delete(thread);
        await thread.close();
        return false;
      }
      if (thread.isLost) this.add(job);
      else await this.planned(job, thread);
      if (thread.isLost) {
        await this.drop(thread);
        return true;
      }
    }
  }

  private async planned(job: Job, thread: PlanningThread): Promise<void> {
    const { limit, onCutOff } = this.parts;
    try {
      job.resolve(await thread.ask('plan', { ...job.call, limit }, longest(limit) + GRACE_MS));
    } catch (error) {
      if (error instanceof CutOffError) onCutOff(job);
      else if (this.closing.signal.aborted) job.refuse();
      else job.reject(refusalFor(error as Error));
    }
  }

  private async drop(thread: PlanningThread, reason: unknown = thread.lostBecause): Promise<void> {
    this.threads.delete(thread);
    if (!this.closing.signal.aborted)
      this.parts.log.error({ reason: String(reason) }, 'a planning thread was lost and is replaced');
    await thread.close();
  }
}

/** All attempts together. Unit: milliseconds. */
function longest({ milliseconds, attempts }: TimeLimit): number {
  return milliseconds * (2 ** attempts - 1);
}

/** An operation that a thread died of is not tried again at once. */
function refusalFor(error: Error): Error {
  return error instanceof ThreadLostError ? new UnplannableError(error.reason, 'PLAN_TIMEOUT') : error;
}
