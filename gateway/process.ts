import { callerTokens } from '../schema/contract/caller-token.js';
import type { Logger } from '../schema/contract/log.js';
import type { Running } from '../schema/contract/process.js';
import { optionsBy } from './by-settings.js';
import { ThreadlessError } from './engine/plan/threads/open.js';
import type { PlanningThread } from './engine/plan/threads/planning-thread.js';
import { examplesFor } from './explorer/examples.js';
import type { Fleet } from './fleet/fleet.js';
import { openFleet } from './fleet/open.js';
import { followFile } from './files/follow.js';
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

const WORDS = {
  field: 'supergraph',
  unreadable: 'the supergraph cannot be read',
  refused: 'a new supergraph was refused',
};

/**
 * Opens a gateway on the supergraph in a file, and has it take over each newer one.
 *
 * @throws HubError INVALID_SETTING when the settings or the supergraph are wrong.
 */
export async function openGateway(settings: GatewaySettings, parts: ProcessParts): Promise<Running> {
  const { log } = parts;
  const supergraphSdl = await readSupergraphFile(settings.SUPERGRAPH);
  const telemetry = await openTelemetry(settings);
  const fleet = await openFleet(settings, log);
  const gateway = await gatewayOn(supergraphSdl, settings, { ...parts, telemetry, fleet });
  const { url } = await gateway.start();
  const shown = await showMetrics(telemetry.metrics, settings, log);
  log.info({ url, graphql: `${url}/graphql`, pid: process.pid }, 'the gateway answers');
  const stopping = new AbortController();
  follow(gateway, supergraphSdl, { settings, log, signal: stopping.signal });
  return {
    stop: async () => {
      stopping.abort();
      await gateway.stop();
      fleet?.close();
      await Promise.all([shown?.stop(), telemetry.close()]);
    },
  };
}

interface Following {
  readonly settings: GatewaySettings;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** A thread that was lost may not be lost the next time. */
function isPassing(error: unknown): boolean {
  return error instanceof ThreadlessError;
}

/** Has a gateway take over each newer supergraph of its file. */
function follow(gateway: Gateway, text: string, { settings, log, signal }: Following): void {
  const { SUPERGRAPH: path, SUPERGRAPH_POLL_MS: every } = settings;
  const take = (newer: string): Promise<void> => gateway.takeOver(newer);
  if (every === 0) return;
  const taking = { read: readSupergraphFile, take, isPassing };
  void followFile(path, { text, every, signal, ...taking, words: WORDS, log });
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
    ...(await optionsBy(settings)),
    supergraphSdl,
    thread,
    reach: reachOverHttp({ settings, log, tokens, onFetch, circuitNews: fleet?.circuits }),
    telemetry,
    log,
    examples: examplesFor(settings.EXAMPLES_DIR),
    publicKeys: tokens.jwks,
    fleet,
  });
}
