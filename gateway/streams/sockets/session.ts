import type { Caller } from '../../../schema/contract/caller.js';
import { HubError } from '../../../schema/contract/errors.js';
import { isTooDeep } from '../../../schema/contract/http/json-depth.js';
import { repeatsName } from '../../../schema/contract/http/repeated.js';
import type { Authorization } from '../../../schema/contract/token/bearer.js';
import { tokenRefused } from '../../../schema/contract/token/refusals.js';
import { streamEnded } from '../ends.js';
import { after } from '../lifetime.js';
import { closeSoon } from './close.js';
import type { SocketDesk, Visitor } from './desk.js';
import { CLOSE, clientMessage, type ClientMessage, type Close } from './messages.js';
import { Operations } from './operations.js';
import { Outbox } from './outbox.js';
import type { WebSocket } from 'ws';

/** One client over graphql-transport-ws. Source: github.com/enisdenjo/graphql-ws, PROTOCOL.md. */
export class Session {
  private readonly outbox: Outbox;
  private readonly operations: Operations;
  private readonly initTimer: NodeJS.Timeout;
  private expiryTimer: NodeJS.Timeout | undefined;
  /** Nothing before the client was let in. */
  private visitor: Visitor | undefined;
  private wasGreeted = false;
  private wasHeard = true;
  /** How it is closed as soon as nothing runs. */
  private farewell: Close | undefined;
  private isOver = false;

  /** @param arrival what is known of the client before it greets */
  constructor(
    private readonly socket: WebSocket,
    private readonly arrival: Visitor,
    private readonly desk: SocketDesk,
  ) {
    const { STREAM_INIT_TIMEOUT_MS, STREAM_STALL_MS } = desk.settings;
    this.outbox = new Outbox(socket, { stallMs: STREAM_STALL_MS, onStall: () => this.cut() });
    this.operations = new Operations(desk, {
      send: (text) => this.outbox.send(text),
      onIdle: () => this.farewell && this.close(this.farewell),
      onExcess: () => this.close(CLOSE.tooManyOperations),
    });
    this.initTimer = setTimeout(() => this.close(CLOSE.initTimeout), STREAM_INIT_TIMEOUT_MS);
    socket
      .on('message', (bytes: Buffer, isBinary) => this.take(bytes, isBinary))
      .on('pong', () => (this.wasHeard = true))
      .once('close', () => this.end());
  }

  /** Asks whether the client is still there; one that did not answer the last time, though it was read, is cut. */
  beat(): void {
    if (!this.wasHeard && !this.socket.isPaused) this.socket.terminate();
    this.wasHeard = this.socket.isPaused;
    this.socket.ping();
  }

  /** Takes no new operations, for a reason, and closes the connection when those that run have ended. */
  leave(farewell: Close, reason: HubError): void {
    this.farewell ??= farewell;
    if (this.operations.isIdle) this.close(this.farewell);
    else this.operations.refuseMore(reason);
  }

  /** Closes the connection, whatever runs. */
  close(close: Close): void {
    if (this.isOver) return;
    this.end();
    closeSoon(this.socket, close);
  }

  private cut(): void {
    this.operations.stopAll(streamEnded('SLOW_CLIENT'));
    this.close(CLOSE.slow);
  }

  private end(): void {
    this.isOver = true;
    clearTimeout(this.initTimer);
    this.outbox.close();
    clearTimeout(this.expiryTimer);
    this.operations.stopAll();
  }

  private take(bytes: Buffer, isBinary: boolean): void {
    if (this.isOver) return;
    this.wasHeard = true;
    const message = isBinary || isTooDeep(bytes) ? null : clientMessage(jsonIn(bytes));
    if (message && !repeatsName(bytes, message)) this.handle(message);
    else this.close(CLOSE.badMessage);
  }

  private handle(message: ClientMessage): void {
    switch (message.type) {
      case 'connection_init':
        void this.greet(message.payload ?? {});
        return;
      case 'ping':
        void this.outbox.send('{"type":"pong"}');
        return;
      case 'subscribe':
        this.subscribe(message);
        return;
      case 'complete':
        this.operations.stop(message.id);
        return;
      default:
    }
  }

  private async greet(payload: Readonly<Record<string, unknown>>): Promise<void> {
    if (this.wasGreeted) {
      this.close(CLOSE.tooManyInits);
      return;
    }
    this.wasGreeted = true;
    try {
      const authorization = authorizationIn(payload, this.arrival.authorization);
      const visitor = { ...this.arrival, authorization };
      this.welcome(await this.desk.authenticate(visitor), visitor);
    } catch (error) {
      this.refuse(error);
    }
  }

  /** The client has to come again with a new token when this one has expired. */
  private welcome(caller: Caller, visitor: Visitor): void {
    if (this.isOver) return;
    this.visitor = visitor;
    clearTimeout(this.initTimer);
    this.expiryTimer = after(this.desk.lifetimeOf(caller), () =>
      this.leave(CLOSE.forbidden, tokenRefused('EXPIRED')),
    );
    void this.outbox.send('{"type":"connection_ack"}');
  }

  private refuse(error: unknown): void {
    const code = error instanceof HubError ? error.code : 'INTERNAL';
    if (code === 'INTERNAL') this.desk.log.error({ err: error }, 'a client could not be let in');
    this.close(CLOSE_BY_CODE.get(code) ?? CLOSE.failed);
  }

  private subscribe({ id, payload }: Extract<ClientMessage, { readonly type: 'subscribe' }>): void {
    const { visitor, operations } = this;
    if (!visitor) this.close(CLOSE.unauthorized);
    else if (operations.has(id)) this.close(CLOSE.duplicate);
    else operations.start({ id, payload, visitor });
  }
}

const CLOSE_BY_CODE: ReadonlyMap<string, Close> = new Map<string, Close>([
  ['UNAUTHENTICATED', CLOSE.unauthorized],
  ['AUTHENTICATION_UNAVAILABLE', CLOSE.tryAgainLater],
  ['RATE_LIMITED', CLOSE.tryAgainLater],
]);

/** The only token that came; what is no text is none, and of two none counts. */
function authorizationIn(
  payload: Readonly<Record<string, unknown>>,
  header: Authorization | undefined,
): Authorization | undefined {
  const given = [payload['authorization'], payload['Authorization'], header].filter((each) => each ?? false);
  const [one, ...others] = given;
  if (one === undefined) return undefined;
  const isToken = others.length === 0 && (typeof one === 'string' || one === header);
  return isToken ? (one as Authorization) : '';
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
