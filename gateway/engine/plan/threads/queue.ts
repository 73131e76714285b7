/** Work that waits to be taken. */
interface Entry<Job> {
  readonly job: Job;
  readonly timer: NodeJS.Timeout;
}

/** How a queue is bounded. */
export interface QueueBounds<Job> {
  /** Unit: jobs. */
  readonly size: number;
  /** How long a job waits at most. Unit: milliseconds. */
  readonly wait: number;
  /** Told of a job that waited too long; it is not in the queue any more. */
  onLate(job: Job): void;
}

/** Jobs in the order in which they came, each taken once. */
export class JobQueue<Job> {
  private readonly entries = new Set<Entry<Job>>();
  private readonly takers: ((job: Job | null) => void)[] = [];
  private isClosed = false;

  constructor(private readonly bounds: QueueBounds<Job>) {}

  /** Adds a job; whether there was room. */
  add(job: Job): boolean {
    const taker = this.takers.shift();
    if (taker) taker(job);
    else if (this.isClosed || this.entries.size >= this.bounds.size) return false;
    else this.entries.add(this.entryOf(job));
    return true;
  }

  /** The next job, as soon as there is one; `null` once the queue is closed. */
  take(): Promise<Job | null> {
    if (this.isClosed) return Promise.resolve(null);
    const [next] = this.entries;
    if (!next) return new Promise((resolve) => this.takers.push(resolve));
    this.remove(next);
    return Promise.resolve(next.job);
  }

  /** Ends the queue. Answers what nobody took. */
  close(): readonly Job[] {
    this.isClosed = true;
    const left = [...this.entries];
    left.forEach((entry) => this.remove(entry));
    for (const taker of this.takers.splice(0)) taker(null);
    return left.map(({ job }) => job);
  }

  private entryOf(job: Job): Entry<Job> {
    const late = (): void => {
      this.entries.delete(entry);
      this.bounds.onLate(job);
    };
    const entry = { job, timer: setTimeout(late, this.bounds.wait) };
    return entry;
  }

  private remove(entry: Entry<Job>): void {
    clearTimeout(entry.timer);
    this.entries.delete(entry);
  }
}
