import { addressError, urlOf } from './http/address.js';
import type { GraphQLApp } from './http/app.js';
import { announcedSize } from './http/body.js';
import type { Site } from './http/dispatch.js';
import { allAnswered, drain } from './http/drain.js';
import { exchange, type Desk, type Incoming } from './http/exchange.js';
import { graphqlAnswer } from './http/graphql.js';
import type { HttpSettings } from './http/settings.js';
import type { Sockets } from './http/sockets.js';
import { unredacted, type Logger } from './log.js';
import type { BaseContext } from '@apollo/server';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type {
  ContextOf,
  GraphQLApp,
  OperationRequest,
  PageRequest,
  QuickAnswer,
  Readiness,
  RequestOrigin,
  Route,
  SaidClient,
} from './http/app.js';
export { addressError } from './http/address.js';
export type { HttpAnswer } from './http/answer.js';
export { jsonAnswer } from './http/answer.js';
export { logFailures } from './http/failures.js';
export { createApollo } from './http/apollo.js';
export { HTTP_DEFAULTS, HTTP_SETTINGS, type HttpSettings } from './http/settings.js';
export type { Knock, Sockets } from './http/sockets.js';

/** Where and how an app is served. */
export interface ServeOptions {
  readonly host: string;
  /** TCP port; 0 asks the system for a free one. */
  readonly port: number;
  readonly settings: HttpSettings;
  readonly log: Logger;
  /** Where WebSockets are opened; unless given, they are turned away. */
  readonly sockets?: Sockets;
  /** Told the status of each request that is over. */
  readonly onAnswered?: (status: number) => void;
}

/** A server that answers. */
export interface RunningServer<Context extends BaseContext = BaseContext> {
  /** Address for clients on this machine, without a path, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  /**
   * Puts another app in the place of the one that answers, for all requests that come from then on; connections stay.
   * `left` is settled when the former one has answered what it was asked, or its time is over, and its Apollo server is
   * stopped.
   */
  exchange(app: GraphQLApp<Context>): Promise<{ readonly left: Promise<void> }>;
  /** Takes no new work, lets running requests finish within the bound, then closes. */
  stop(): Promise<void>;
}

/** How often the time-outs of connections are looked after. Unit: milliseconds. */
const WATCH_MS = 1_000;

/**
 * Puts a GraphQL server on a port: `/graphql`, `/health/live`, `/health/ready` and the app's own pages.
 *
 * The app's Apollo server is started here, and stopped with the returned `stop`.
 *
 * @throws HubError INVALID_SETTING when the address cannot be used.
 */
export async function serveGraphQL<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  options: ServeOptions,
): Promise<RunningServer<Context>> {
  await app.apollo.start();
  const state: State<Context> = { app, isStopping: false };
  const desk = deskFor(state, options);
  const { sockets } = options;
  const server = serverFor(desk, sockets);
  const port = await listening(server, options).catch(async (error: unknown) => {
    await app.apollo.stop();
    throw addressError(error, options);
  });
  const stop = async (): Promise<void> => {
    state.isStopping = true;
    await drain({ server, desk, sockets });
    await state.app.apollo.stop();
  };
  const exchange = async (next: GraphQLApp<Context>) => {
    await next.apollo.start();
    const former = state.app;
    state.app = next;
    return { left: allAnswered(desk, sockets).then(() => former.apollo.stop()) };
  };
  return { url: urlOf(options.host, port), port, exchange, stop };
}

/** What changes while a server runs. */
interface State<Context extends BaseContext> {
  /** The one that answers. */
  app: GraphQLApp<Context>;
  isStopping: boolean;
}

function deskFor<Context extends BaseContext>(
  state: State<Context>,
  { settings, log, onAnswered }: ServeOptions,
): Desk {
  const site: Site = {
    graphql: (each) => graphqlAnswer(state.app, each, settings.HTTP_BODY_LIMIT_BYTES),
    isReady: async () => !state.isStopping && state.app.isReady(),
    get routes() {
      return state.app.routes ?? [];
    },
    readyTimeout: settings.HTTP_READY_TIMEOUT_MS,
    onFailure: (error, requestId) => log.error({ requestId, err: error }, 'a request failed'),
  };
  return {
    site,
    settings,
    log,
    requestLog: unredacted(log),
    running: new Set(),
    isStopping: () => state.isStopping,
    onAnswered,
  };
}

function serverFor(desk: Desk, sockets: Sockets | undefined): Server {
  const { settings } = desk;
  const answer = (incoming: Incoming): void => {
    exchange(desk, incoming).catch((error: unknown) => {
      desk.log.error({ err: error }, 'an answer could not be written');
      incoming.response.destroy();
    });
  };
  const server = createServer({
    headersTimeout: settings.HTTP_HEADERS_TIMEOUT_MS,
    requestTimeout: settings.HTTP_REQUEST_TIMEOUT_MS,
    keepAliveTimeout: settings.HTTP_KEEP_ALIVE_TIMEOUT_MS,
    connectionsCheckingInterval: WATCH_MS,
    // Whoever offers another protocol, as clients that speak HTTP/2 do, is answered by this one.
    shouldUpgradeCallback: ({ headers }) => !!sockets && headers.upgrade?.toLowerCase() === 'websocket',
  });
  server.maxConnections = settings.HTTP_MAX_CONNECTIONS;
  server.on('request', (request, response) => answer({ request, response }));
  if (sockets) server.on('upgrade', (request, socket, head) => sockets.open({ request, socket, head }));
  server.on('checkContinue', (request, response) => {
    if (announcedSize(request) <= settings.HTTP_BODY_LIMIT_BYTES) response.writeContinue();
    answer({ request, response });
  });
  return server;
}

function listening(server: Server, { host, port }: ServeOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
