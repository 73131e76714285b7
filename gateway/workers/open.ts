import { signingKey } from '../../schema/contract/caller-token.js';
import type { Logger } from '../../schema/contract/log.js';
import type { Running } from '../../schema/contract/process.js';
import type { GatewaySettings } from '../settings.js';
import { serveMetrics, type MetricsServer } from '../telemetry/metrics-server.js';
import { Workers } from './workers.js';
import { AggregatorRegistry } from 'prom-client';

/** How much longer than its own bounds a process may take to stop. Unit: milliseconds. */
const STOP_MARGIN = 2_000;

/**
 * Opens a gateway of several processes; SIGHUP exchanges them, one after the other.
 *
 * @throws HubError INVALID_SETTING or WORKER_FAILED when it does not come up.
 */
export async function openWorkers(settings: GatewaySettings, log: Logger): Promise<Running> {
  const { WORKERS: count, HTTP_DRAIN_MS, HTTP_STOP_TIMEOUT_MS } = settings;
  const stopLimitMs = HTTP_DRAIN_MS + HTTP_STOP_TIMEOUT_MS + STOP_MARGIN;
  const workers = await Workers.start({ count, signingKey: signingKey(settings), stopLimitMs, log });
  const metrics = await shownMetrics(settings, log);
  const renew = (): void => void workers.renew();
  process.on('SIGHUP', renew);
  log.info({ workers: count }, 'all processes of the gateway answer');
  return {
    stop: async () => {
      process.off('SIGHUP', renew);
      await Promise.all([workers.stop(), metrics?.stop()]);
    },
  };
}

/** What all processes count, added up. */
async function shownMetrics(
  { METRICS_PORT: port, METRICS_HOST: host }: GatewaySettings,
  log: Logger,
): Promise<MetricsServer | undefined> {
  if (port === undefined) return undefined;
  const all = new AggregatorRegistry();
  return serveMetrics({ host, port, log, read: () => all.clusterMetrics() });
}
