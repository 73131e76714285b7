import { Pool } from 'undici';
import type { LimitSettings } from '../../../../gateway/limits/settings.js';
import { gatewayBefore } from '../../../support/gateway-before.js';
import { print } from 'graphql';
import type { Asking } from './asking.js';
import type { Graph } from './graph.js';
import type { WorldSeed } from './world.js';

/** What the gateway answers, as a client reads it. */
export interface FederatedAnswer {
  readonly data?: unknown;
  readonly errors?: readonly FederatedError[];
}

/** One error of an answer. */
export interface FederatedError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A graph behind the gateway. */
export interface Federated {
  /** Asks the gateway while the subgraphs answer from a world. One at a time. */
  ask(origin: WorldSeed, asking: Asking): Promise<FederatedAnswer>;
  stop(): Promise<void>;
}

/** As high as limits go, since they are tested elsewhere. */
export const NO_LIMITS: LimitSettings = {
  QUERY_MAX_TOKENS: 1_000_000,
  QUERY_MAX_NAME_LENGTH: 1_000_000,
  QUERY_MAX_DEPTH: 1_000_000,
  QUERY_MAX_ALIASES: 1_000_000,
  QUERY_MAX_DIRECTIVES: 1_000_000,
  QUERY_MAX_FIELDS: 1_000_000,
  QUERY_MAX_ROOT_FIELDS: 1_000_000,
  QUERY_MAX_INTROSPECTION_STEPS: 1_000_000,
  QUERY_MAX_COST: 1_000_000,
  QUERY_MAX_FETCHES: 1_000_000,
  QUERY_DEFAULT_PAGE: 1,
  QUERY_ASSUMED_LIST: 1,
};

/** Puts a graph behind the gateway, as `npm start` has it: subgraphs in the process, clients over HTTP. */
export async function federate({ supergraphSdl, subgraphs, stage, look }: Graph): Promise<Federated> {
  const gateway = await gatewayBefore({ supergraphSdl, subgraphs }, { limits: NO_LIMITS });
  const client = new Pool(gateway.url, { connections: 1 });
  return {
    async ask(origin, asking) {
      stage.reader = look(origin);
      return post(client, asking);
    },
    async stop() {
      await client.close();
      await gateway.stop();
    },
  };
}

async function post(client: Pool, { document, variables }: Asking): Promise<FederatedAnswer> {
  const { body } = await client.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  return (await body.json()) as FederatedAnswer;
}
