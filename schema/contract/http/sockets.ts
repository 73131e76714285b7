import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The request by which a client opens a WebSocket. */
export interface Knock {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  /** What came after the head already. */
  readonly head: Buffer;
}

/** WebSockets beside the requests of a server. */
export interface Sockets {
  /** Operations that have one answer and work at it. */
  readonly answering: ReadonlySet<object>;
  /** Lets a client in, or turns it away. */
  open(knock: Knock): void;
  /** Lets nobody in any more; each WebSocket is closed when its operations have ended. */
  shut(): void;
  /** Closes those that are still open. */
  close(): void;
}
