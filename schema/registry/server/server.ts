import { addressError, urlOf } from '../../contract/http/address.js';
import { requestIdFor } from '../../contract/http/request-id.js';
import type { HttpSettings } from '../../contract/http/settings.js';
import type { Logger } from '../../contract/log.js';
import { timeLimit } from '../../contract/time-limit.js';
import { answerTo, type Site } from './answer.js';
import { Door } from './door.js';
import { isFailure, refusalOf } from './refusal.js';
import type { Desk } from './statements.js';
import { writeAnswer } from './write.js';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where and how a registry is served. */
export interface ServerOptions {
  readonly host: string;
  /** TCP port; 0 asks the system for a free one. */
  readonly port: number;
  readonly settings: HttpSettings;
  readonly log: Logger;
}

/** A registry that answers. */
export interface RunningRegistryServer {
  /** Address for clients on this machine, without a path. */
  readonly url: string;
  readonly port: number;
  /** Takes no new work, lets running requests finish within the bound, then closes. */
  stop(): Promise<void>;
}

/** Puts a registry on a port. @throws HubError INVALID_SETTING when the address cannot be used. */
export async function serveRegistry(desk: Desk, options: ServerOptions): Promise<RunningRegistryServer> {
  const stopping = new AbortController();
  const site: Site = {
    desk,
    door: new Door(() => desk.parts.ledger.state),
    log: options.log,
    bodyLimit: options.settings.HTTP_BODY_LIMIT_BYTES,
    isStopping: () => stopping.signal.aborted,
  };
  const server = createServer(timesOf(options.settings), (request, response) => {
    void exchange(site, { request, response, stop: stopping.signal });
  });
  server.maxConnections = options.settings.HTTP_MAX_CONNECTIONS;
  const port = await listening(server, options);
  const stop = async (): Promise<void> => {
    stopping.abort();
    const closed = new Promise<true>((resolve) => server.close(() => resolve(true)));
    server.closeIdleConnections();
    if (await timeLimit(closed, options.settings.HTTP_STOP_TIMEOUT_MS, false)) return;
    server.closeAllConnections();
  };
  return { url: urlOf(options.host, port), port, stop };
}

function timesOf(settings: HttpSettings): Parameters<typeof createServer>[0] {
  return {
    headersTimeout: settings.HTTP_HEADERS_TIMEOUT_MS,
    requestTimeout: settings.HTTP_REQUEST_TIMEOUT_MS,
    keepAliveTimeout: settings.HTTP_KEEP_ALIVE_TIMEOUT_MS,
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Aborted when the registry stops: whoever waits for a newer release is told that there is none. */
  readonly stop: AbortSignal;
}

async function exchange(site: Site, { request, response, stop }: Exchange): Promise<void> {
  const started = performance.now();
  const requestId = requestIdFor(request.headers['x-request-id'], false);
  const left = new AbortController();
  response.once('close', () => left.abort());
  const signal = AbortSignal.any([left.signal, stop]);
  const answered = await answerTo(site, { request, requestId, signal }).catch((error: unknown) => {
    if (isFailure(error) && !left.signal.aborted)
      site.log.error({ requestId, err: error }, 'a request failed');
    return refusalOf(error, requestId);
  });
  try {
    await writeAnswer(answered, { request, response, requestId, isLast: site.isStopping() });
  } catch (error) {
    site.log.error({ requestId, err: error }, 'an answer could not be written');
    response.destroy();
  }
  const path = (request.url ?? '').slice(0, MAX_LOGGED);
  const ms = Math.round(performance.now() - started);
  site.log.info({ requestId, method: request.method, path, status: answered.status, ms }, 'answered');
}

/** Longest path in the log. Unit: characters. */
const MAX_LOGGED = 200;

function listening(server: Server, options: ServerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(addressError(error, options)));
    server.listen(options.port, options.host, () => resolve((server.address() as AddressInfo).port));
  });
}
