import { signingKey } from '../../schema/contract/caller-token.js';
import type { Logger } from '../../schema/contract/log.js';
import type { Running } from '../../schema/contract/process.js';
import type { GatewaySettings } from '../settings.js';
import { serveMetrics } from '../telemetry/metrics-server.js';
import { Counts } from './counts.js';
import { Workers } from './workers.js';

/** How much longer than its own bounds a process may take to stop. Unit: milliseconds. */
const STOP_MARGIN = 2_000;

/** How long a process may take to answer, also on a busy machine and with a large supergraph. Unit: milliseconds. */
const START_LIMIT = 90_000;

/**
 * Opens a gateway of several processes; SIGHUP exchanges them, one after the other.
 *
 * @throws HubError INVALID_SETTING or WORKER_FAILED when it does not come up.
 */
export async function openWorkers(settings: GatewaySettings, log: Logger): Promise<Running> {
  const { METRICS_PORT: port } = settings;
  const counts = port === undefined ? undefined : new Counts();
  // Unheard, the signal would end the process; before all answer there is nothing to exchange.
  let answering: Workers | undefined;
  const heard = (): void => void answering?.renew();
  process.on('SIGHUP', heard);
  const workers = await startWorkers(settings, log, counts);
  const metrics = await shown(settings, log, counts && (() => counts.text(workers.ready))).catch(
    async (error: unknown) => {
      await workers.stop();
      throw error;
    },
  );
  answering = workers;
  log.info({ workers: settings.WORKERS }, 'all processes of the gateway answer');
  return {
    stop: async () => {
      process.off('SIGHUP', heard);
      await Promise.all([workers.stop(), metrics?.stop()]);
    },
  };
}

function startWorkers(settings: GatewaySettings, log: Logger, counts: Counts | undefined): Promise<Workers> {
  const { WORKERS: count, HTTP_DRAIN_MS, HTTP_STOP_TIMEOUT_MS } = settings;
  return Workers.start({
    count,
    signingKey: signingKey(settings),
    startLimitMs: START_LIMIT,
    stopLimitMs: HTTP_DRAIN_MS + HTTP_STOP_TIMEOUT_MS + STOP_MARGIN,
    beforeEnd: counts && ((former) => counts.ask(former)),
    log,
  });
}

/** Shows what all processes count, where the settings ask for it. */
async function shown(
  { METRICS_PORT: port, METRICS_HOST: host }: GatewaySettings,
  log: Logger,
  read: (() => Promise<string>) | undefined,
): Promise<Running | undefined> {
  return port === undefined || !read ? undefined : serveMetrics({ host, port, log, read });
}
