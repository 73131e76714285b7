import { Chain, type Link } from './chain.js';

/** A time that somebody waits for at most. */
export interface Deadline {
  /** On the clock of `performance.now`. Unit: milliseconds. */
  readonly at: number;
  readonly onOver: () => void;
}

/** Calls back when a time is over. One timer serves all, since they come by the thousand and hardly any is ever over. */
export class Deadlines {
  private readonly open = new Chain<Deadline>();
  private timer: NodeJS.Timeout | undefined;
  /** When the timer looks after them next. */
  private dueAt = Infinity;

  add(deadline: Deadline): Link<Deadline> {
    this.watch(deadline);
    return this.open.add(deadline);
  }

  /** Whoever has what it waited for is called back no more. */
  remove(place: Link<Deadline>): void {
    this.open.remove(place);
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
    for (const place of this.open.links()) {
      const { item } = place;
      if (item.at > now) this.watch(item);
      else if (this.open.remove(place)) item.onOver();
    }
  }
}
