import type { Logger } from '../../../../schema/contract/log.js';
import type { EngineSettings } from '../../settings.js';
import type { Plan, Planner } from '../plan.js';
import { plannerBusy, UnplannableError } from '../unplannable.js';
import { PlanningThread, ThreadLostError } from './planning-thread.js';
import type { PlanCall } from './protocol.js';
import { JobQueue } from './queue.js';
import { print, type DocumentNode } from 'graphql';
import { setTimeout as delay } from 'node:timers/promises';

/** Longest time to get ready to plan on a supergraph. Unit: milliseconds. */
export const LOAD_TIMEOUT_MS = 60_000;

/** How long an operation waits for a thread to take it, as a multiple of the time for one plan. */
const WAIT_FACTOR = 5;

/** Pause after a thread that did not get ready. Unit: milliseconds. */
const PAUSE_MS = 1_000;

/** What planning threads are made of. */
export interface PlannerThreadsParts {
  /** A supergraph that was checked. */
  readonly supergraphSdl: string;
  readonly overrideLabels: readonly string[];
  readonly settings: EngineSettings;
  readonly log: Logger;
}

/** An operation that waits for its plan. */
interface Job extends PlanCall {
  resolve(plan: Plan): void;
  reject(error: Error): void;
}

/**
 * Plans in threads, so that no operation keeps the gateway from answering. A thread that takes too long for a plan, or
 * dies, is replaced; the operation it was at is refused, and what waits is planned by the others.
 */
export class PlannerThreads implements Planner {
  private readonly queue: JobQueue<Job>;
  private readonly threads = new Set<PlanningThread>();
  private readonly closing = new AbortController();

  constructor(private readonly parts: PlannerThreadsParts) {
    const { PLAN_QUEUE, PLAN_TIMEOUT_MS } = parts.settings;
    this.queue = new JobQueue({
      size: PLAN_QUEUE,
      wait: PLAN_TIMEOUT_MS * WAIT_FACTOR,
      onLate: (job) => job.reject(plannerBusy()),
    });
  }

  get overrideLabels(): readonly string[] {
    return this.parts.overrideLabels;
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

  plan(document: DocumentNode, overrides: ReadonlySet<string>): Promise<Plan> {
    return new Promise((resolve, reject) => {
      this.enqueue({ operation: print(document), overrides: [...overrides], resolve, reject });
    });
  }

  /** Ends all threads; operations without a plan are refused. */
  async close(): Promise<void> {
    this.closing.abort();
    for (const job of this.queue.close()) job.reject(plannerBusy());
    await Promise.all([...this.threads].map((thread) => thread.close()));
  }

  private async load(thread: PlanningThread): Promise<void> {
    this.threads.add(thread);
    await thread.ask('load', this.parts.supergraphSdl, LOAD_TIMEOUT_MS);
  }

  private async keepServing(first?: PlanningThread): Promise<void> {
    let thread = first;
    while (!this.closing.signal.aborted) {
      thread ??= await this.loaded();
      if (thread) await this.serve(thread);
      thread = undefined;
    }
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

  /** Plans with one thread as long as it lives. */
  private async serve(thread: PlanningThread): Promise<void> {
    for (;;) {
      const job = await this.queue.take();
      if (!job) return;
      if (thread.isLost) this.enqueue(job);
      else await this.planned(job, thread);
      if (thread.isLost) return this.drop(thread);
    }
  }

  private async planned(job: Job, thread: PlanningThread): Promise<void> {
    const { operation, overrides } = job;
    try {
      job.resolve(await thread.ask('plan', { operation, overrides }, this.parts.settings.PLAN_TIMEOUT_MS));
    } catch (error) {
      job.reject(error instanceof ThreadLostError ? this.refusalFor(error) : (error as Error));
    }
  }

  /** An operation that a thread died of is not tried again at once. */
  private refusalFor({ reason }: ThreadLostError): Error {
    return this.closing.signal.aborted ? plannerBusy() : new UnplannableError(reason, 'PLAN_TIMEOUT');
  }

  private enqueue(job: Job): void {
    if (!this.queue.add(job)) job.reject(plannerBusy());
  }

  private async drop(thread: PlanningThread, reason: unknown = thread.lostBecause): Promise<void> {
    this.threads.delete(thread);
    if (!this.closing.signal.aborted)
      this.parts.log.error({ reason: String(reason) }, 'a planning thread was lost and is replaced');
    await thread.close();
  }
}
