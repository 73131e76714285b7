import type { WebSocket } from 'ws';

/** How much may wait for a client, and for how long. */
export interface OutboxOptions {
  /** How long a message may wait until the client takes it. Unit: milliseconds. */
  readonly stallMs: number;
  /** Told once when a client does not take what was sent. */
  readonly onStall: () => void;
}

/** Messages that wait before nothing more is read from the client. Unit: messages. */
const FULL = 32;

/**
 * What is sent to one client, one message after the other: no message is handed to the connection before the one before
 * it has left the process.
 */
export class Outbox {
  private readonly waiting: { readonly text: string; readonly sent: () => void }[] = [];
  private isSending = false;
  private isClosed = false;

  constructor(
    private readonly socket: WebSocket,
    private readonly options: OutboxOptions,
  ) {}

  /** Sends a message; settled when it has left, or never will. */
  send(text: string): Promise<void> {
    if (this.isClosed) return Promise.resolve();
    return new Promise((sent) => {
      this.waiting.push({ text, sent });
      if (this.waiting.length >= FULL) this.socket.pause();
      this.flush();
    });
  }

  /** Nothing is sent any more. */
  close(): void {
    this.isClosed = true;
    for (const { sent } of this.waiting.splice(0)) sent();
  }

  private flush(): void {
    if (this.isSending) return;
    const next = this.waiting.shift();
    if (!next) return;
    this.isSending = true;
    const timer = setTimeout(this.options.onStall, this.options.stallMs);
    this.socket.send(next.text, () => {
      clearTimeout(timer);
      this.isSending = false;
      next.sent();
      if (this.socket.isPaused && this.waiting.length < FULL) this.socket.resume();
      this.flush();
    });
  }
}
