import type { WebSocket } from 'ws';

/** Something that was said by WebSocket. */
export type Said = Readonly<Record<string, unknown>>;

/** One side of a conversation by WebSocket, with what was said to it in the order in which it came. */
export class Conversation {
  readonly closed: Promise<number>;
  private readonly said: Said[] = [];
  private readonly waiting: ((message: Said) => void)[] = [];

  constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once('close', (code) => resolve(code)));
    socket.on('message', (bytes: Buffer) => {
      const message = JSON.parse(bytes.toString('utf8')) as Said;
      const taker = this.waiting.shift();
      if (taker) taker(message);
      else this.said.push(message);
    });
  }

  /** What was said next. */
  next(): Promise<Said> {
    const first = this.said.shift();
    return first ? Promise.resolve(first) : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Says something as JSON, or a text as it is. */
  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }
}
