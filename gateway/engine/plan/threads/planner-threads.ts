import type { Plan, Planner } from '../plan.js';
import { UnplannableError } from '../unplannable.js';
import type { Waiters } from '../waiters.js';
import { Crew, type PlanningParts } from './crew.js';
import { Job } from './job.js';
import type { PlanningThread } from './planning-thread.js';
import { print, type DocumentNode } from 'graphql';

/** How long a thread for hard operations is kept without one. Unit: milliseconds. */
const IDLE_MS = 60_000;

/** How often a planning is begun before it counts as hard, where the machine is busy. Unit: attempts. */
const FIRST_ATTEMPTS = 2;

/** What planning threads are made of. */
export interface PlannerThreadsParts extends PlanningParts {
  readonly overrideLabels: readonly string[];
}

/**
 * Plans in threads, so that no operation keeps the gateway from answering, nor one that is hard to plan those that are not:
 * each is tried for a short time, callers by turns; what is not planned then is hard, and is planned anew by threads
 * that do nothing else, callers by turns again. So whoever comes waits for a short time of each other caller at most.
 */
export class PlannerThreads implements Planner {
  private readonly first: Crew;
  private readonly hard: Crew;

  constructor(private readonly parts: PlannerThreadsParts) {
    const { PLAN_TIMEOUT_MS, PLAN_SLICE_MS } = parts.settings;
    this.first = new Crew({
      ...parts,
      limit: { milliseconds: Math.min(PLAN_SLICE_MS, PLAN_TIMEOUT_MS), attempts: FIRST_ATTEMPTS },
      onCutOff: (job) => this.hard.add(job),
    });
    this.hard = new Crew({
      ...parts,
      limit: { milliseconds: PLAN_TIMEOUT_MS, attempts: 1 },
      idle: IDLE_MS,
      onCutOff: (job) =>
        job.reject(new UnplannableError(`it took more than ${PLAN_TIMEOUT_MS} ms`, 'PLAN_TIMEOUT')),
    });
  }

  get overrideLabels(): readonly string[] {
    return this.parts.overrideLabels;
  }

  /**
   * Begins to plan.
   *
   * @param thread one that is not used otherwise any more
   * @throws ThreadLostError when it does not get ready.
   */
  start(thread: PlanningThread): Promise<void> {
    return this.first.start(thread);
  }

  plan(document: DocumentNode, overrides: ReadonlySet<string>, waiters: Waiters): Promise<Plan> {
    const job = new Job({ operation: print(document), overrides: [...overrides] });
    waiters.handTo((waiter) => job.takeIn(waiter));
    this.first.add(job);
    return job.plan;
  }

  /** Ends all threads; operations without a plan are refused. */
  async close(): Promise<void> {
    await Promise.all([this.first.close(), this.hard.close()]);
  }
}
