import { reachInProcess } from '../../gateway/reach/in-process.js';
import { REACH_DEFAULTS } from '../../gateway/reach/settings.js';
import { createGateway, type GatewayOptions } from '../../gateway/server.js';
import type { LocalSubgraph } from '../../schema/contract/subgraph.js';
import { openOnce } from './once/open-once.js';
import { SILENT } from './tiny-hub.js';

/** Subgraphs of this process, and what they are together. */
export interface Before {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly LocalSubgraph[];
}

/** A gateway that whoever started it stops. */
export interface StartedGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a gateway before subgraphs of this process, as the embedded hub has it. */
export async function gatewayBefore(
  { supergraphSdl, subgraphs }: Before,
  changes: Pick<GatewayOptions, 'limits' | 'engine'> = {},
): Promise<StartedGateway> {
  const gateway = await createGateway({
    supergraphSdl,
    open: openOnce,
    reach: reachInProcess(subgraphs, { settings: REACH_DEFAULTS, log: SILENT }),
    log: SILENT,
    host: '127.0.0.1',
    port: 0,
    ...changes,
  });
  const { url } = await gateway.start();
  return { url, stop: () => gateway.stop() };
}
