import type { Logger } from '../../schema/contract/log.js';
import type { Running } from '../../schema/contract/process.js';
import { addressError } from '../../schema/contract/serve.js';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where metrics are shown, and where they come from. */
export interface MetricsPlace {
  readonly host: string;
  /** TCP port; 0 picks a free one. */
  readonly port: number;
  /** The metrics, in Prometheus' text format. */
  readonly read: () => Promise<string>;
  readonly log: Logger;
}

/** A server of metrics that answers. */
export interface MetricsServer extends Running {
  readonly port: number;
}

/** Source: Prometheus text exposition format, version 0.0.4. */
const TEXT = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' };

/** Longest time for a request and for the connection of one. Unit: milliseconds. */
const LIMIT_MS = 5_000;

/** Connections at once; a scraper needs one. */
const MAX_CONNECTIONS = 16;

/** Shows metrics at `/metrics`, on a port of their own. @throws HubError INVALID_SETTING when the address cannot be used. */
export async function serveMetrics({ host, port, read, log }: MetricsPlace): Promise<MetricsServer> {
  const server = createServer({ requestTimeout: LIMIT_MS, headersTimeout: LIMIT_MS }, answering(read, log));
  server.maxConnections = MAX_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw addressError(error, { host, port, setting: 'METRICS_PORT' });
  });
  const shown = (server.address() as AddressInfo).port;
  log.info({ metricsPort: shown }, 'the metrics are shown');
  return {
    port: shown,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function answering(read: () => Promise<string>, log: Logger): RequestListener {
  return ({ method, url }, response) => {
    if (method !== 'GET' || url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    read().then(
      (text) => response.writeHead(200, TEXT).end(text),
      (err: unknown) => {
        log.error({ err }, 'the metrics could not be read');
        response.writeHead(500).end();
      },
    );
  };
}
