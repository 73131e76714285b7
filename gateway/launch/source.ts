import type { Witness } from '../usage/witness.js';
import type { Gateway } from '../server.js';

/** Makes a gateway on a supergraph. @throws HubError INVALID_SETTING as `createGateway` does. */
export type OpenOn = (supergraphSdl: string, witness?: Witness) => Promise<Gateway>;

/** Where the supergraph of a process comes from, and each newer one. */
export interface SupergraphSource {
  /** Opens a gateway on what there is now. @throws HubError when there is nothing to serve. */
  open(make: OpenOn): Promise<Gateway>;
  /** Has each newer one put in place, until the signal is aborted. */
  follow(gateway: Gateway, signal: AbortSignal): void;
  /** Lets go of everything. */
  close(): Promise<void>;
}
