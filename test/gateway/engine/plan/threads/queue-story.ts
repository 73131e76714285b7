import { FairQueue, type QueueBounds } from '../../../../../gateway/engine/plan/threads/fair-queue.js';
import fc from 'fast-check';

/** What happens to a queue: an asker adds a job, or leaves the newest, or whoever's turn it is has one taken. */
export interface Event {
  readonly kind: 'add' | 'leave' | 'take';
  readonly asker: string;
}

/** Whatever may happen to a queue. */
export const anyEvents = fc.array(
  fc.record<Event>({
    kind: fc.constantFrom('add', 'add', 'add', 'take', 'take', 'leave'),
    asker: fc.constantFrom('a', 'b', 'c', 'd'),
  }),
  { maxLength: 200 },
);

/** A queue to which events happen, and what is seen of it from outside. */
export class QueueStory {
  /** Jobs that were added, that are over, and of one asker the most that waited. */
  readonly seen = { added: 0, over: 0, most: 0, mostOfOne: 0 };
  /** Jobs that were taken although an older one of their asker waited. */
  readonly outOfOrder: string[] = [];
  /** Askers who were refused although nothing of theirs waited, and two of another's did. */
  readonly refusedFirst: string[] = [];
  /** Who had two jobs taken while one waited as the first of another. */
  readonly takenTwice: string[] = [];
  private readonly lanes = new Map<string, string[]>();
  /** Whose jobs were taken while a job waited as the first of its asker. */
  private readonly passedBy = new Map<string, Set<string>>();
  private readonly queue: FairQueue<string>;

  constructor(bounds: Pick<QueueBounds<string>, 'size' | 'sizePerAsker'>) {
    this.queue = new FairQueue({ ...bounds, wait: 60_000, onGivenUp: (job) => this.gone(job) });
  }

  /** Has all events happen, and closes the queue. */
  async play(events: readonly Event[]): Promise<this> {
    for (const [n, { kind, asker }] of events.entries()) {
      if (kind === 'add') this.add(asker, `${asker}${n}`);
      else if (kind === 'leave') this.leave(asker);
      else await this.take();
      this.seen.most = Math.max(this.seen.most, this.queue.size);
      this.seen.mostOfOne = Math.max(this.seen.mostOfOne, this.longest());
    }
    for (const job of this.queue.close()) this.gone(job);
    return this;
  }

  private add(asker: string, job: string): void {
    const isFirst = this.laneOf(asker).length === 0;
    const isUnfair = isFirst && this.longest() > 1;
    if (this.queue.add(job, [asker])) {
      this.lanes.set(asker, [...this.laneOf(asker), job]);
      this.seen.added += 1;
    } else if (isUnfair) this.refusedFirst.push(asker);
  }

  private leave(asker: string): void {
    const job = this.laneOf(asker).at(-1);
    if (job !== undefined && this.queue.leave(job, asker)) this.gone(job);
  }

  private async take(): Promise<void> {
    const job = this.queue.size > 0 ? await this.queue.take() : null;
    if (job === null) return;
    if (this.laneOf(askerOf(job))[0] !== job) this.outOfOrder.push(job);
    this.gone(job);
    for (const [asker, [first]] of this.lanes)
      if (first !== undefined && asker !== askerOf(job)) this.passed(first, askerOf(job));
  }

  private passed(first: string, asker: string): void {
    const before = this.passedBy.get(first) ?? new Set();
    if (before.has(asker)) this.takenTwice.push(asker);
    this.passedBy.set(first, before.add(asker));
  }

  private gone(job: string): void {
    this.seen.over += 1;
    this.lanes.set(
      askerOf(job),
      this.laneOf(askerOf(job)).filter((each) => each !== job),
    );
  }

  private longest(): number {
    return Math.max(0, ...[...this.lanes.values()].map(({ length }) => length));
  }

  private laneOf(asker: string): readonly string[] {
    return this.lanes.get(asker) ?? [];
  }
}

/** The jobs of one asker begin alike. */
export function askerOf(job: string): string {
  return job.charAt(0);
}
