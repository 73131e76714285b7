import { createLog } from '../schema/contract/log.js';
import { runProcess, type Running } from '../schema/contract/process.js';
import { PlanningThread } from './engine/plan/threads/planning-thread.js';
import { gatewaySettings, type GatewaySettings } from './settings.js';
import { handedKey, tellReady } from './workers/messages.js';
import cluster from 'node:cluster';

/** Starts the gateway; what it is made of is loaded while its first thread comes up. */
const log = createLog('gateway');
await runProcess(log, { start: () => start(gatewaySettings(process.argv.slice(2), process.env)) });

async function start(settings: GatewaySettings): Promise<Running> {
  if (settings.WORKERS === 1 || cluster.isWorker) return startGateway(settings);
  const { openWorkers } = await import('./workers/open.js');
  return openWorkers(settings, log);
}

async function startGateway(settings: GatewaySettings): Promise<Running> {
  const thread = settings.PLANNER_THREADS > 0 ? new PlanningThread(settings.PLANNER_HEAP_MB) : undefined;
  const sharedKey = cluster.isWorker ? handedKey() : undefined;
  const { openGateway } = await import('./process.js');
  const gateway = await openGateway(settings, { log, thread, sharedKey: await sharedKey });
  if (cluster.isWorker) tellReady();
  return gateway;
}
