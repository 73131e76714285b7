import { keyOf } from '../../../rates/asker.js';
import type { Plan } from '../plan.js';
import { plannerBusy } from '../unplannable.js';
import type { Waiter } from '../waiters.js';
import type { FairQueue } from './fair-queue.js';
import type { PlanCall } from './protocol.js';

/** An operation that waits for its plan, or is being planned, for all who asked for it. */
export class Job {
  private readonly made = Promise.withResolvers<Plan>();
  private readonly over = new AbortController();
  /** How many wait, by the names under which callers are counted. */
  private readonly askers = new Map<string, number>();
  private queue: FairQueue<Job> | undefined;
  private isLeft = false;

  constructor(readonly call: PlanCall) {}

  get plan(): Promise<Plan> {
    return this.made.promise;
  }

  /** Whether anybody waits for it. */
  get isWanted(): boolean {
    return this.askers.size > 0;
  }

  /** Takes one in who waits for it; `false` when all had left, so that nobody makes it any more. */
  takeIn(waiter: Waiter): boolean {
    const { signal, caller, address } = waiter;
    if (this.isLeft) return false;
    if (signal.aborted || this.over.signal.aborted) return true;
    const asker = keyOf({ caller, address: address?.() });
    const count = this.askers.get(asker) ?? 0;
    this.askers.set(asker, count + 1);
    if (count === 0) this.queue?.join(this, asker);
    signal.addEventListener('abort', () => this.leave(asker), { once: true, signal: this.over.signal });
    return true;
  }

  /** Waits in a queue until it is taken from there; refused where there is no room, or nobody wants it. */
  enter(queue: FairQueue<Job>): void {
    this.queue = queue;
    if (!this.isWanted || !queue.add(this, this.askers.keys())) this.refuse();
  }

  /** It is planned. */
  resolve(plan: Plan): void {
    this.over.abort();
    this.made.resolve(plan);
  }

  /** It is not planned. */
  reject(error: Error): void {
    this.over.abort();
    this.made.reject(error);
  }

  /** It is not planned now. */
  refuse(): void {
    this.isLeft = !this.isWanted;
    this.reject(plannerBusy());
  }

  private leave(asker: string): void {
    const count = (this.askers.get(asker) ?? 0) - 1;
    if (count > 0) {
      this.askers.set(asker, count);
      return;
    }
    this.askers.delete(asker);
    if (this.queue?.leave(this, asker)) this.refuse();
  }
}
