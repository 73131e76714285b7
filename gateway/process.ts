import { callerTokens } from '../schema/contract/caller-token.js';
import type { Logger } from '../schema/contract/log.js';
import type { Running } from '../schema/contract/process.js';
import { optionsBy } from './by-settings.js';
import type { PlanningThread } from './engine/plan/threads/planning-thread.js';
import { examplesFor } from './explorer/examples.js';
import type { Fleet } from './fleet/fleet.js';
import { openFleet } from './fleet/open.js';
import { releasesFromChannel } from './launch/from-channel.js';
import type { OpenOn, SupergraphSource } from './launch/source.js';
import { reachOverHttp } from './reach/http.js';
import type { FetchReport } from './reach/reach.js';
import { createGateway } from './server.js';
import type { GatewaySettings } from './settings.js';
import { supergraphFromFile } from './supergraph/from-file.js';
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
 * Opens a gateway on the supergraph in a file or on a release of a registry, and has it take over each newer one.
 *
 * @throws HubError INVALID_SETTING when the settings or the supergraph are wrong, RELEASE_REFUSED when there is no
 * release to serve.
 */
export async function openGateway(settings: GatewaySettings, parts: ProcessParts): Promise<Running> {
  const { log } = parts;
  const source = await sourceFor(settings, log);
  const telemetry = await openTelemetry(settings);
  const fleet = await openFleet(settings, log);
  const make = gatewaysWith(settings, { ...parts, telemetry, fleet });
  const gateway = await source.open(make);
  const { url } = await gateway.start();
  const shown = await showMetrics(telemetry.metrics, settings, log);
  log.info({ url, graphql: `${url}/graphql`, pid: process.pid }, 'the gateway answers');
  const stopping = new AbortController();
  source.follow(gateway, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await gateway.stop();
      await source.close();
      fleet?.close();
      await Promise.all([shown?.stop(), telemetry.close()]);
    },
  };
}

async function sourceFor(settings: GatewaySettings, log: Logger): Promise<SupergraphSource> {
  const { SUPERGRAPH: path, SUPERGRAPH_POLL_MS } = settings;
  if (path !== undefined) return supergraphFromFile({ path, SUPERGRAPH_POLL_MS, log });
  return releasesFromChannel(settings, log);
}

interface GatewayParts extends ProcessParts {
  readonly telemetry: Telemetry;
  readonly fleet?: Fleet;
}

/** Makes what opens a gateway; the thread that is there already serves the first one alone. */
function gatewaysWith(settings: GatewaySettings, parts: GatewayParts): OpenOn {
  const { log, sharedKey, telemetry, fleet } = parts;
  const tokens = callerTokens(settings, Date.now, sharedKey);
  const { metrics } = telemetry;
  const onFetch = metrics && ((report: FetchReport) => metrics.fetch(report));
  let { thread } = parts;
  return async (supergraphSdl, witness) => {
    const own = thread;
    thread = undefined;
    return createGateway({
      ...(await optionsBy(settings)),
      supergraphSdl,
      witness,
      thread: own,
      reach: reachOverHttp({ settings, log, tokens, onFetch, circuitNews: fleet?.circuits }),
      telemetry,
      log,
      examples: examplesFor(settings.EXAMPLES_DIR),
      publicKeys: tokens.jwks,
      fleet,
    });
  };
}
