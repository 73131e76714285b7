/** A time that somebody waits for at most. */
export interface Deadline {
  /** On the clock of `performance.now`. Unit: milliseconds. */
  readonly at: number;
  readonly onOver: () => void;
}

/** Calls back when a time is over. One timer serves all, since they come by the thousand and hardly any is ever over. */
export class Deadlines {
  private readonly open = new Set<Deadline>();
  private timer: NodeJS.Timeout | undefined;
  /** When the timer looks after them next. */
  private dueAt = Infinity;

  add(deadline: Deadline): void {
    this.open.add(deadline);
    this.watch(deadline);
  }

  /** Whoever has what it waited for is called back no more. */
  remove(deadline: Deadline): void {
    this.open.delete(deadline);
  }

  private watch({ at }: Deadline): void {
    if (at >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = at;
    this.timer = setTimeout(() => this.look(), Math.max(0, at - performance.now())).unref();
  }

  private look(): void {
    const now = performance.now();
    this.dueAt = Infinity;
    for (const deadline of this.open) {
      if (deadline.at > now) this.watch(deadline);
      else {
        this.open.delete(deadline);
        deadline.onOver();
      }
    }
  }
}
