/** Work that waits to be taken, for all who want it. */
interface Entry {
  readonly askers: Set<string>;
  readonly timer: NodeJS.Timeout;
  /** Until when others who want it renew its time, on the clock of `performance.now`. Unit: milliseconds. */
  readonly renewableUntil: number;
}

/** How a queue is bounded. */
export interface QueueBounds<Job> {
  /** Unit: jobs. */
  readonly size: number;
  /** What one asker may add. Unit: jobs. */
  readonly sizePerAsker: number;
  /** How long a job waits at most, and again when others come to want it meanwhile. Unit: milliseconds. */
  readonly wait: number;
  /** Told of a job that waited too long, or made room for others; it is not in the queue any more. */
  onGivenUp(job: Job): void;
}

type Taker<Job> = (job: Job | null) => void;

/**
 * Jobs that are taken by turns: one of each asker, in the order in which the askers came, then the next one of each.
 * While a job waits as the first of its asker, no other asker has two taken. A full queue makes room for whoever waits
 * for less than another, who loses the newest job that nobody else wants.
 */
export class FairQueue<Job> {
  private readonly entries = new Map<Job, Entry>();
  /** Whose turn is next stands first. */
  private readonly lanes = new Map<string, Set<Job>>();
  private readonly takers = new Set<Taker<Job>>();
  private isClosed = false;

  constructor(private readonly bounds: QueueBounds<Job>) {}

  /** How many jobs wait. Unit: jobs. */
  get size(): number {
    return this.entries.size;
  }

  /** Adds a job for those who want it; whether there was room. */
  add(job: Job, askers: Iterable<string>): boolean {
    const [taker] = this.takers;
    if (taker) {
      this.takers.delete(taker);
      taker(job);
      return true;
    }
    const all = new Set(askers);
    if (this.isClosed || !this.hasRoomFor(all)) return false;
    const { wait } = this.bounds;
    const timer = setTimeout(() => this.giveUp(job), wait);
    this.entries.set(job, { askers: all, timer, renewableUntil: performance.now() + wait });
    for (const asker of all) this.laneOf(asker).add(job);
    return true;
  }

  /** One more wants a job that waits, perhaps: it is taken at that one's turn, too, and has its time anew. */
  join(job: Job, asker: string): void {
    const entry = this.entries.get(job);
    if (!entry || entry.askers.has(asker)) return;
    entry.askers.add(asker);
    if (performance.now() < entry.renewableUntil) entry.timer.refresh();
    this.laneOf(asker).add(job);
  }

  /** One does not want a job any more; whether that was the last one, so that it does not wait any more. */
  leave(job: Job, asker: string): boolean {
    const entry = this.entries.get(job);
    if (!entry?.askers.delete(asker)) return false;
    this.removeFrom(asker, job);
    if (entry.askers.size > 0) return false;
    this.remove(job);
    return true;
  }

  /**
   * The next job, as soon as there is one; `null` once the queue is closed, or when there was none for too long.
   *
   * @param idle how long one is waited for; for ever unless given. Unit: milliseconds.
   */
  async take(idle?: number): Promise<Job | null> {
    if (this.isClosed) return null;
    const [next] = this.lanes;
    return next ? this.takeFrom(...next) : this.nextWithin(idle);
  }

  /** Ends the queue. Answers what nobody took. */
  close(): readonly Job[] {
    this.isClosed = true;
    const left = [...this.entries.keys()];
    for (const job of left) this.remove(job);
    for (const taker of this.takers) taker(null);
    this.takers.clear();
    return left;
  }

  private takeFrom(asker: string, lane: ReadonlySet<Job>): Job {
    const [job] = lane;
    if (job === undefined) throw new Error('An asker in the queue waits for something.');
    this.remove(job);
    this.toTheEnd(asker);
    return job;
  }

  private nextWithin(idle: number | undefined): Promise<Job | null> {
    return new Promise((resolve) => {
      const end = (job: Job | null): void => {
        clearTimeout(timer);
        this.takers.delete(end);
        resolve(job);
      };
      const timer = idle === undefined ? undefined : setTimeout(() => end(null), idle).unref();
      this.takers.add(end);
    });
  }

  private hasRoomFor(askers: ReadonlySet<string>): boolean {
    const { size, sizePerAsker } = this.bounds;
    const fewest = Math.min(...[...askers].map((asker) => this.lanes.get(asker)?.size ?? 0));
    if (fewest >= sizePerAsker) return false;
    return this.entries.size < size || this.makesRoom(fewest + 1);
  }

  /** Gives up the newest job that only the one wants who waits for most, if that is more than so many. */
  private makesRoom(count: number): boolean {
    let longest: ReadonlySet<Job> = new Set();
    for (const lane of this.lanes.values()) if (lane.size > longest.size) longest = lane;
    if (longest.size <= count) return false;
    const newest = [...longest].findLast((job) => this.entries.get(job)?.askers.size === 1);
    if (newest === undefined) return false;
    this.giveUp(newest);
    return true;
  }

  private giveUp(job: Job): void {
    this.remove(job);
    this.bounds.onGivenUp(job);
  }

  private remove(job: Job): void {
    const entry = this.entries.get(job);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.entries.delete(job);
    for (const asker of entry.askers) this.removeFrom(asker, job);
  }

  private removeFrom(asker: string, job: Job): void {
    const lane = this.lanes.get(asker);
    lane?.delete(job);
    if (lane?.size === 0) this.lanes.delete(asker);
  }

  private toTheEnd(asker: string): void {
    const lane = this.lanes.get(asker);
    if (!lane) return;
    this.lanes.delete(asker);
    this.lanes.set(asker, lane);
  }

  private laneOf(asker: string): Set<Job> {
    const lane = this.lanes.get(asker) ?? new Set<Job>();
    this.lanes.set(asker, lane);
    return lane;
  }
}
