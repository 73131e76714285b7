import { Chain, type Link } from './chain.js';

/** Who waits for an answer, and is told when it is no longer wanted. */
export interface Leaver {
  leave(): void;
}

/**
 * Tells all who work for a client that it has left. Listeners at signals are dear, so one serves all fetches of an
 * operation.
 */
export class Leaving {
  private readonly here = new Chain<Leaver>();
  private readonly leave = (): void => {
    for (const place of this.here.links()) if (this.here.remove(place)) place.item.leave();
  };

  /** @param signal aborted when the client leaves or its time is over */
  constructor(readonly signal: AbortSignal) {}

  /** Whether the client has left. */
  get isOver(): boolean {
    return this.signal.aborted;
  }

  /** Has somebody told, once, of a client that is still here. */
  add(leaver: Leaver): Link<Leaver> {
    if (this.here.size === 0) this.signal.addEventListener('abort', this.leave);
    return this.here.add(leaver);
  }

  /** Who has the answer is told no more. A signal made of others is kept by Node as long as anybody listens to it. */
  remove(place: Link<Leaver>): void {
    if (this.here.remove(place) && this.here.size === 0) this.signal.removeEventListener('abort', this.leave);
  }
}
