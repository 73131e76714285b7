import { HubError } from '../../schema/contract/errors.js';
import { REQUEST_ID_HEADER } from '../../schema/contract/subgraph.js';
import { text } from '../../schema/contract/text.js';
import { failed, unavailable } from './failures.js';
import { failureOf, FetchFailure, readAnswer } from './http-answer.js';
import {
  observed,
  type Reach,
  type ReachOptions,
  type ReachTo,
  type SubgraphPlace,
  type SubgraphAnswer,
  type SubgraphFetch,
} from './reach.js';
import type { ReachSettings } from './settings.js';
import { whileWanted } from './while-wanted.js';
import { Pool, type Dispatcher } from 'undici';

/** Reaches subgraphs over HTTP, each through a bounded pool of connections; redirects are never followed. */
export function reachOverHttp(options: ReachOptions): ReachTo {
  return (subgraph) => observed(reachAt(subgraph, options), subgraph.name, options.onFetch);
}

/** @throws HubError INVALID_SETTING when the supergraph gives no HTTP address for the subgraph. */
function reachAt(subgraph: SubgraphPlace, { settings, log }: ReachOptions): Reach {
  const { origin, path } = addressOf(subgraph);
  const pool = new Pool(origin, poolOptions(settings));
  const answerTo = async (fetch: SubgraphFetch): Promise<SubgraphAnswer> => {
    const answer = await whileWanted(fetch.signal, settings.SUBGRAPH_TIMEOUT_MS, async (signal) =>
      readAnswer(await pool.request({ ...requestFor(fetch), path, signal })),
    );
    if (!answer) throw new FetchFailure(fetch.signal.aborted ? 'no longer wanted' : 'time-out', false);
    return answer;
  };
  return {
    fetch: (fetch) =>
      answerTo(fetch).catch((error: unknown) => {
        const { reason, didAnswer } = failureOf(error);
        log.warn({ requestId: fetch.requestId, subgraph: subgraph.name, reason }, 'a fetch failed');
        throw didAnswer ? failed(subgraph.name) : unavailable(subgraph.name);
      }),
    close: () => pool.destroy(),
  };
}

function poolOptions(settings: ReachSettings): Pool.Options {
  return {
    connections: settings.SUBGRAPH_CONNECTIONS,
    connect: { timeout: settings.SUBGRAPH_CONNECT_TIMEOUT_MS },
    headersTimeout: settings.SUBGRAPH_HEADERS_TIMEOUT_MS,
    bodyTimeout: settings.SUBGRAPH_BODY_TIMEOUT_MS,
    maxResponseSize: settings.SUBGRAPH_ANSWER_LIMIT_BYTES,
  };
}

function requestFor({ query, variables, body, requestId }: SubgraphFetch) {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-encoding': 'identity',
      [REQUEST_ID_HEADER]: requestId,
    },
    body: body ?? JSON.stringify({ query, variables }),
  } satisfies Omit<Dispatcher.RequestOptions, 'path'>;
}

const PROTOCOLS = ['http:', 'https:'];

function addressOf({ name, url }: SubgraphPlace): { readonly origin: string; readonly path: string } {
  const address = URL.parse(url);
  if (address && PROTOCOLS.includes(address.protocol)) {
    return { origin: address.origin, path: address.pathname + address.search };
  }
  throw new HubError(
    'INVALID_SETTING',
    text(
      `Siêu đồ thị không cho địa chỉ HTTP của phân hệ ${name}.`,
      `The supergraph gives no HTTP address for the subgraph ${name}.`,
    ),
    { setting: 'supergraph', agency: name },
  );
}
