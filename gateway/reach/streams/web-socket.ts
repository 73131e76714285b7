import { closeSoon } from '../../streams/sockets/close.js';
import { TRANSPORT_WS } from '../../streams/sockets/protocol.js';
import { FetchFailure } from '../fetch-failure.js';
import type { TlsRules } from '../tls.js';
import { LOOKUP } from '../whereabouts.js';
import { messageIn, type Message } from './messages.js';
import { closedWith, failureFrom, refusalBy } from './socket-failures.js';
import type { Sink, Source } from './source.js';
import { WebSocket } from 'ws';

/** One subscription over a connection of its own, so that it can be slowed and left without any other. */
export interface SocketSubscription {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the subgraph learns when the connection begins. */
  readonly init: Readonly<Record<string, string>>;
  /** The operation and its variables, as JSON. */
  readonly body: string;
  readonly tls: TlsRules;
  readonly bounds: SocketBounds;
}

/** How long a subgraph is waited for, and how much it may send. */
export interface SocketBounds {
  /** Until the connection is open. Unit: milliseconds. */
  readonly connectMs: number;
  /** From then until the subgraph takes the connection. Unit: milliseconds. */
  readonly acknowledgeMs: number;
  /** Between two questions whether it is still there. Unit: milliseconds. */
  readonly heartbeatMs: number;
  /** Largest message. Unit: bytes. */
  readonly maxBytes: number;
}

/** The only subscription of its connection. */
const ID = '1';
/** Close code of an end that was wished for. Source: RFC 6455 section 7.4.1. */
const NORMAL = 1_000;
/** What a subgraph may leave unread and still get its pings answered. Unit: bytes. */
const MAX_UNREAD = 65_536;

/** Subscribes over graphql-transport-ws. A connection that breaks is not made anew: events could be missing. */
export function subscribeBySocket(subscription: SocketSubscription, sink: Sink): Source {
  return new SocketSource(subscription, sink);
}

class SocketSource implements Source {
  private readonly socket: WebSocket;
  /** For what the subgraph has to do next before it is subscribed to. */
  private late: NodeJS.Timeout;
  private heart: NodeJS.Timeout | undefined;
  /** Whether the subgraph took the connection. */
  private hasBegun = false;
  private isOver = false;
  private wasHeard = true;

  constructor(
    private readonly subscription: SocketSubscription,
    private readonly sink: Sink,
  ) {
    const { url, headers, tls, bounds } = subscription;
    this.socket = new WebSocket(url, TRANSPORT_WS, {
      headers: { ...headers },
      maxPayload: bounds.maxBytes,
      perMessageDeflate: false,
      followRedirects: false,
      lookup: LOOKUP,
      ...tls,
    });
    this.late = this.deadline(bounds.connectMs, 'connect');
    this.listen();
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.wasHeard = true;
    this.socket.resume();
  }

  leave(): void {
    if (this.isOver) return;
    if (this.socket.readyState === WebSocket.OPEN) this.send({ id: ID, type: 'complete' });
    this.end();
  }

  private listen(): void {
    this.socket
      .on('open', () => this.greet())
      .on('message', (bytes: Buffer, isBinary) => this.take(bytes, isBinary))
      .on('ping', () => this.hear())
      .on('pong', () => this.hear())
      .on('unexpected-response', (_, response) => this.fail(refusalBy(response)))
      .on('error', (error) => this.fail(failureFrom(error)))
      .on('close', (code) => this.fail(closedWith(code)));
  }

  private greet(): void {
    clearTimeout(this.late);
    this.late = this.deadline(this.subscription.bounds.acknowledgeMs, 'connection_ack');
    this.send({ type: 'connection_init', payload: this.subscription.init });
  }

  private take(bytes: Buffer, isBinary: boolean): void {
    if (this.isOver) return;
    this.hear();
    const message = isBinary ? null : messageIn(bytes.toString('utf8'));
    if (message && this.isInTurn(message)) this.handle(message, bytes.length);
    else this.fail(new FetchFailure('not-graphql'));
  }

  /** The connection is taken once, and nothing is told before. */
  private isInTurn(message: Message): boolean {
    if (message.type === 'connection_ack') return !this.hasBegun;
    return this.hasBegun || !('id' in message);
  }

  private handle(message: Message, bytes: number): void {
    const isOurs = !('id' in message) || message.id === ID;
    if (!isOurs) return;
    switch (message.type) {
      case 'connection_ack':
        return this.begin();
      case 'ping':
        return this.pong();
      case 'next':
        return this.sink.event(message.payload, bytes);
      case 'error':
        this.sink.event({ errors: message.payload }, bytes);
        return this.complete();
      case 'complete':
        return this.complete();
      default:
    }
  }

  private begin(): void {
    const { body, bounds } = this.subscription;
    this.hasBegun = true;
    clearTimeout(this.late);
    this.heart = setInterval(() => this.beat(), bounds.heartbeatMs);
    this.socket.send(`{"id":"${ID}","type":"subscribe","payload":${body}}`);
    this.sink.begun();
  }

  /** One that asks without end and does not read gets no answers any more. */
  private pong(): void {
    if (this.socket.bufferedAmount < MAX_UNREAD) this.send({ type: 'pong' });
  }

  /** While nothing is read, nothing can be heard. */
  private beat(): void {
    if (!this.wasHeard && !this.socket.isPaused) {
      this.fail(new FetchFailure('time-out', { detail: 'heartbeat' }));
      return;
    }
    this.wasHeard = false;
    this.socket.ping();
  }

  private hear(): void {
    this.wasHeard = true;
  }

  private complete(): void {
    this.sink.complete();
    this.end();
  }

  private fail(reason: FetchFailure): void {
    if (this.isOver) return;
    this.sink.fail(reason);
    this.end();
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.late);
    clearInterval(this.heart);
    closeSoon(this.socket, [NORMAL]);
  }

  private deadline(milliseconds: number, detail: string): NodeJS.Timeout {
    return setTimeout(() => this.fail(new FetchFailure('time-out', { detail })), milliseconds);
  }

  private send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }
}
