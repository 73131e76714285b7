import { callerTokens } from '../schema/contract/caller-token.js';
import type { Logger } from '../schema/contract/log.js';
import type { Running } from '../schema/contract/process.js';
import { policyDecider } from './engine/filter/policy-module.js';
import type { PlanningThread } from './engine/plan/threads/planning-thread.js';
import { examplesFor } from './explorer/examples.js';
import { loadExplorer } from './explorer/files.js';
import type { Fleet } from './fleet/fleet.js';
import { openFleet } from './fleet/open.js';
import { followFile } from './follow.js';
import { reachOverHttp } from './reach/http.js';
import type { FetchReport } from './reach/reach.js';
import { createGateway, type Gateway } from './server.js';
import type { GatewaySettings } from './settings.js';
import { readSupergraphFile } from './supergraph/file.js';
import { showMetrics } from './telemetry/show-metrics.js';
import { openTelemetry, type Telemetry } from './telemetry/telemetry.js';
import type { KeyObject } from 'node:crypto';

/** What a gateway's process has before its gateway. */
export interface ProcessParts {
  readonly log: Logger;
  readonly thread?: PlanningThread;
  /** Signs the tokens for subgraphs, where the gateway is one process of several. */
  readonly sharedKey?: KeyObject;
}

/**
 * Opens a gateway on the supergraph in a file, and has it take over each newer one.
 *
 * @throws HubError INVALID_SETTING when the settings or the supergraph are wrong.
 */
export async function openGateway(settings: GatewaySettings, parts: ProcessParts): Promise<Running> {
  const { SUPERGRAPH: path, SUPERGRAPH_POLL_MS: every } = settings;
  const { log } = parts;
  const supergraphSdl = await readSupergraphFile(path);
  const telemetry = await openTelemetry(settings);
  const fleet = await openFleet(settings, log);
  const gateway = await gatewayOn(supergraphSdl, settings, { ...parts, telemetry, fleet });
  const { url } = await gateway.start();
  const shown = await showMetrics(telemetry.metrics, settings, log);
  log.info({ url, graphql: `${url}/graphql`, pid: process.pid }, 'the gateway answers');
  const stopping = new AbortController();
  if (every > 0) void followFile(gateway, { path, supergraphSdl, every, log, signal: stopping.signal });
  return {
    stop: async () => {
      stopping.abort();
      await gateway.stop();
      fleet?.close();
      await Promise.all([shown?.stop(), telemetry.close()]);
    },
  };
}

interface GatewayParts extends ProcessParts {
  readonly telemetry: Telemetry;
  readonly fleet?: Fleet;
}

async function gatewayOn(
  supergraphSdl: string,
  settings: GatewaySettings,
  { log, thread, sharedKey, telemetry, fleet }: GatewayParts,
): Promise<Gateway> {
  const tokens = callerTokens(settings, Date.now, sharedKey);
  const { metrics } = telemetry;
  const onFetch = metrics && ((report: FetchReport) => metrics.fetch(report));
  return createGateway({
    supergraphSdl,
    thread,
    reach: reachOverHttp({ settings, log, tokens, onFetch, circuitNews: fleet?.circuits }),
    telemetry,
    log,
    host: settings.HOST,
    port: settings.PORT,
    introspection: settings.INTROSPECTION,
    explorer: loadExplorer(),
    examples: examplesFor(settings.EXAMPLES_DIR),
    limits: settings,
    door: settings,
    http: settings,
    authentication: settings,
    engine: settings,
    streams: settings,
    decidePolicies: await policyDecider(settings.POLICY_MODULE),
    publicKeys: tokens.jwks,
    fleet,
  });
}
