import type { CallerTokens } from '../../../../schema/contract/caller-token.js';
import { REQUEST_ID_HEADER } from '../../../../schema/contract/subgraph.js';
import type { ReachTo, SubgraphAnswer, SubgraphFetch } from '../../../../gateway/reach/reach.js';
import { REACH_DEFAULTS } from '../../../../gateway/reach/settings.js';
import { Pool, type Dispatcher } from 'undici';

/**
 * Reaches subgraphs by the same client with the same headers as the gateway does, and trusts them: no bound on waiting,
 * size or form, no further try, nobody is left alone, nothing ends when the client leaves.
 */
export function plainReach(tokens: CallerTokens): ReachTo {
  return ({ url }) => {
    const { origin, pathname } = new URL(url);
    const pool = new Pool(origin, { connections: REACH_DEFAULTS.SUBGRAPH_CONNECTIONS });
    return {
      fetch: (fetch) => posted(pool, requestFor(fetch, pathname, tokens)),
      close: () => pool.close(),
    };
  };
}

function requestFor(
  { body = '', operation }: SubgraphFetch,
  path: string,
  tokens: CallerTokens,
): Dispatcher.DispatchOptions {
  return {
    path,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      authorization: `Bearer ${tokens.tokenFor(operation)}`,
      [REQUEST_ID_HEADER]: operation.requestId,
    },
    body,
  };
}

function posted(pool: Pool, request: Dispatcher.DispatchOptions): Promise<SubgraphAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pool.dispatch(request, {
      onRequestStart: () => undefined,
      onResponseStart: () => undefined,
      onResponseData: (_, chunk) => void chunks.push(chunk),
      onResponseEnd: () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as SubgraphAnswer),
      onResponseError: (_, error) => reject(error),
    });
  });
}
