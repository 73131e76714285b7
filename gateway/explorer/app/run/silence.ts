import { Trouble } from './trouble.js';

/** How long nothing may come; the hub says something to a client that subscribes every ten seconds. Unit: milliseconds. */
const SILENCE_MS = 60_000;

/** Gives a request up when nothing is heard of it for too long, or when its reader has had enough. */
export class Listening {
  private readonly control = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param stop aborted when the reader has had enough */
  constructor(private readonly stop: AbortSignal) {
    this.heard();
  }

  /** Aborted when the request is given up. */
  get signal(): AbortSignal {
    return AbortSignal.any([this.stop, this.control.signal]);
  }

  /** Something came. */
  heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.control.abort(), SILENCE_MS);
  }

  /** Nothing more is to come. */
  over(): void {
    clearTimeout(this.timer);
  }

  /** Why reading failed. @param otherwise the reason unless the time was over */
  troubleFor(otherwise: 'network' | 'cut'): Trouble {
    return new Trouble(this.control.signal.aborted ? 'timeout' : otherwise);
  }
}
