import type { Sender } from '../../../schema/contract/http/door.js';
import type { Knock, Sockets } from '../../../schema/contract/serve.js';
import { isKnownSite } from '../../../schema/contract/http/streams/origin.js';
import { CallerCounts } from '../caller-counts.js';
import { streamEnded } from '../ends.js';
import { closeSoon } from './close.js';
import type { SocketDesk } from './desk.js';
import { CLOSE } from './messages.js';
import { TRANSPORT_WS } from './protocol.js';
import { Session } from './session.js';
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

/** The place at which WebSockets are opened. */
const PATH = '/graphql';

/** What an entrance is made with. */
export interface EntranceOptions extends SocketDesk {
  /** Largest message of a client. Unit: bytes. */
  readonly maxMessageBytes: number;
  /** Operations that have one answer and work at it. */
  readonly answering: ReadonlySet<object>;
  /** Other sites whose pages may open a connection, as browsers write them. */
  readonly origins?: ReadonlySet<string>;
  /** The client's address, by which anonymous callers are told apart. */
  readonly addressOf: (sender: Sender) => string;
}

/** Where clients open WebSockets for GraphQL. */
export class Entrance implements Sockets {
  private readonly sessions = new Set<Session>();
  /** Also those that end without having been let in. */
  private readonly held = new Set<WebSocket>();
  private readonly byAddress = new CallerCounts();
  private readonly server: WebSocketServer;
  private readonly heart: NodeJS.Timeout;
  private isShut = false;

  constructor(private readonly options: EntranceOptions) {
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: options.maxMessageBytes,
      handleProtocols: (offered) => (offered.has(TRANSPORT_WS) ? TRANSPORT_WS : false),
    });
    this.heart = setInterval(() => this.beat(), options.settings.STREAM_HEARTBEAT_MS);
    this.heart.unref();
  }

  get answering(): ReadonlySet<object> {
    return this.options.answering;
  }

  /** Lets a client in, or turns it away. */
  open({ request, socket, head }: Knock): void {
    const address = this.addressOf(request);
    const status = this.refusalOf(request, address);
    if (status === null)
      this.server.handleUpgrade(request, socket, head, (client) => this.welcome(client, request, address));
    else turnAway(socket, status);
  }

  /** Lets nobody in any more; each connection is closed when its operations have ended. */
  shut(): void {
    this.isShut = true;
    clearInterval(this.heart);
    for (const session of [...this.sessions]) session.leave(CLOSE.goingAway, streamEnded('STOPPING'));
  }

  /** Closes what is still open. */
  close(): void {
    for (const session of [...this.sessions]) session.close(CLOSE.goingAway);
    this.server.close();
  }

  private beat(): void {
    for (const session of this.sessions) session.beat();
  }

  /** HTTP status for a client that is turned away. */
  private refusalOf({ url = '', headers }: IncomingMessage, address: string): number | null {
    const { origins, settings } = this.options;
    const [path] = url.split('?');
    if (path !== PATH) return 404;
    if (this.isShut || this.held.size >= settings.STREAM_SOCKETS_MAX) return 503;
    if (this.byAddress.of(address) >= settings.STREAM_SOCKETS_PER_ADDRESS) return 429;
    if (!isKnownSite(headers, origins)) return 403;
    return null;
  }

  private welcome(client: WebSocket, { headers, headersDistinct }: IncomingMessage, address: string): void {
    this.hold(client, address);
    if (client.protocol !== TRANSPORT_WS) {
      closeSoon(client, CLOSE.wrongProtocol);
      return;
    }
    const authorization = headers.authorization === undefined ? undefined : headersDistinct.authorization;
    const session = new Session(client, { authorization, address: () => address }, this.options);
    this.sessions.add(session);
    client.once('close', () => this.sessions.delete(session));
  }

  private hold(client: WebSocket, address: string): void {
    client.on('error', () => undefined);
    this.held.add(client);
    this.byAddress.add(address, 1);
    client.once('close', () => {
      this.held.delete(client);
      this.byAddress.add(address, -1);
    });
  }

  private addressOf({ headers, socket }: IncomingMessage): string {
    const forwarded = headers['x-forwarded-for']?.toString();
    return this.options.addressOf({ peer: socket.remoteAddress, forwarded });
  }
}

function turnAway(socket: Duplex, status: number): void {
  socket.on('error', () => undefined);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
    () => socket.destroy(),
  );
}
