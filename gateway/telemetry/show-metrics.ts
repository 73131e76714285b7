import type { Logger } from '../../schema/contract/log.js';
import { tellCounts } from '../workers/messages.js';
import type { Metrics } from './metrics.js';
import { serveMetrics, type MetricsServer } from './metrics-server.js';
import type { TelemetrySettings } from './settings.js';
import cluster from 'node:cluster';

/**
 * Shows what a process counts: on the port of the settings, or through the first of several processes, which adds up what
 * all of them count.
 *
 * @throws HubError INVALID_SETTING when the address cannot be used.
 */
export async function showMetrics(
  metrics: Metrics | undefined,
  { METRICS_PORT: port, METRICS_HOST: host }: TelemetrySettings,
  log: Logger,
): Promise<MetricsServer | undefined> {
  if (!metrics || port === undefined) return undefined;
  if (cluster.isWorker) {
    tellCounts(() => metrics.values());
    return undefined;
  }
  return serveMetrics({ host, port, log, read: () => metrics.text() });
}
