import { HubError } from './errors.js';
import type { GraphQLApp } from './http/app.js';
import { announcedSize } from './http/body.js';
import type { Site } from './http/dispatch.js';
import { exchange, type Desk, type Incoming } from './http/exchange.js';
import { graphqlAnswer } from './http/graphql.js';
import type { HttpSettings } from './http/settings.js';
import type { Logger } from './log.js';
import { text } from './text.js';
import { timeLimit } from './time-limit.js';
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
} from './http/app.js';
export type { HttpAnswer } from './http/answer.js';
export { jsonAnswer } from './http/answer.js';
export { logFailures } from './http/failures.js';
export { createApollo, type ApolloOptions, type GraphQLSource } from './http/apollo.js';
export { HTTP_DEFAULTS, HTTP_SETTINGS, type HttpSettings } from './http/settings.js';

/** Where and how an app is served. */
export interface ServeOptions {
  readonly host: string;
  /** TCP port; 0 asks the system for a free one. */
  readonly port: number;
  readonly settings: HttpSettings;
  readonly log: Logger;
}

/** A server that answers. */
export interface RunningServer {
  /** Address for clients on this machine, without a path, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  /** Takes no new work, lets running requests finish within the bound, then closes. */
  stop(): Promise<void>;
}

/** Time for what was given up to be answered with what is there. Unit: milliseconds. */
const LAST_WORDS_MS = 500;

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
): Promise<RunningServer> {
  await app.apollo.start();
  const state = { isStopping: false };
  const desk = deskFor(app, options, state);
  const server = serverFor(desk);
  const port = await listening(server, options).catch(async (error: unknown) => {
    await app.apollo.stop();
    throw addressError(error, options);
  });
  const stop = async (): Promise<void> => {
    state.isStopping = true;
    await drain(server, desk);
    await app.apollo.stop();
  };
  return { url: urlOf(options.host, port), port, stop };
}

function deskFor<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  { settings, log }: ServeOptions,
  state: { readonly isStopping: boolean },
): Desk {
  const site: Site = {
    graphql: (each) => graphqlAnswer(app, each, settings.HTTP_BODY_LIMIT_BYTES),
    isReady: async () => !state.isStopping && app.isReady(),
    routes: app.routes ?? [],
    readyTimeout: settings.HTTP_READY_TIMEOUT_MS,
    onFailure: (error, requestId) => log.error({ requestId, err: error }, 'a request failed'),
  };
  return { site, settings, log, running: new Set(), isStopping: () => state.isStopping };
}

function serverFor(desk: Desk): Server {
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
  });
  server.maxConnections = settings.HTTP_MAX_CONNECTIONS;
  server.on('request', (request, response) => answer({ request, response }));
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

const ADDRESS_CODES = new Set(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND']);

function addressError(error: unknown, { host, port }: ServeOptions): unknown {
  const code = String((error as NodeJS.ErrnoException).code);
  if (!ADDRESS_CODES.has(code)) return error;
  const words = text(
    `Không mở được cổng ${port} tại ${host} (${code}); hãy đặt HOST hoặc PORT khác.`,
    `Port ${port} at ${host} cannot be used (${code}); choose another HOST or PORT.`,
  );
  return new HubError('INVALID_SETTING', words, { setting: 'PORT' });
}

async function drain(server: Server, { running, settings }: Desk): Promise<void> {
  const closed = new Promise<true>((resolve) => {
    server.close(() => resolve(true));
  });
  if (await timeLimit(closed, settings.HTTP_STOP_TIMEOUT_MS, false)) return;
  for (const control of running) control.abort();
  if (await timeLimit(closed, LAST_WORDS_MS, false)) return;
  server.closeAllConnections();
  await closed;
}

const EVERYWHERE: ReadonlyMap<string, string> = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '[::1]'],
]);

function urlOf(host: string, port: number): string {
  const name = EVERYWHERE.get(host) ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${port}`;
}
