import type { CallerTokens } from '../../schema/contract/caller-token.js';
import { HubError } from '../../schema/contract/errors.js';
import { REQUEST_ID_HEADER } from '../../schema/contract/subgraph.js';
import { text } from '../../schema/contract/text.js';
import { InFlight } from '../in-flight.js';
import { failed, unavailable } from './failures.js';
import { failureOf, readAnswer } from './http-answer.js';
import { post, type Post, type Posted } from './post.js';
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
import { Pool } from 'undici';

/** What the way over HTTP needs. */
export interface HttpReachOptions extends ReachOptions {
  /** Vouches to subgraphs for the caller. */
  readonly tokens: CallerTokens;
}

/** Reaches subgraphs over HTTP, each through a bounded pool of connections; redirects are never followed. */
export function reachOverHttp(options: HttpReachOptions): ReachTo {
  return (subgraph) => observed(reachAt(subgraph, options), subgraph.name, options.onFetch);
}

/** @throws HubError INVALID_SETTING when the supergraph gives no HTTP address for the subgraph. */
function reachAt(subgraph: SubgraphPlace, { settings, log, tokens }: HttpReachOptions): Reach {
  const { origin, path } = addressOf(subgraph);
  const pool = new Pool(origin, poolOptions(settings));
  const milliseconds = settings.SUBGRAPH_TIMEOUT_MS;
  const send = (fetch: SubgraphFetch, wanted: AbortSignal): Promise<Posted> =>
    post(pool, requestFor(fetch, path, tokens), { wanted, milliseconds });
  const sendOnce = settings.SHARE_FETCHES ? sharing(send) : send;
  const answerTo = (fetch: SubgraphFetch): Promise<SubgraphAnswer> =>
    sendOnce(fetch, fetch.signal).then(readAnswer);
  return {
    fetch: (fetch) =>
      answerTo(fetch).catch((error: unknown) => {
        const { reason, didAnswer } = failureOf(error);
        log.warn({ requestId: fetch.operation.requestId, subgraph: subgraph.name, reason }, 'a fetch failed');
        throw didAnswer ? failed(subgraph.name) : unavailable(subgraph.name);
      }),
    close: () => pool.destroy(),
  };
}

type Send = (fetch: SubgraphFetch, wanted: AbortSignal) => Promise<Posted>;

/** What is shared is the text of an answer: every operation makes its own data of it. */
function sharing(send: Send): Send {
  const inFlight = new InFlight<Posted>();
  return (fetch, signal) => {
    if (fetch.isChange) return inFlight.change(() => send(fetch, signal));
    const { caller } = fetch.operation;
    return inFlight.join({ caller, key: bodyOf(fetch), signal, begin: (wanted) => send(fetch, wanted) });
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

function requestFor(fetch: SubgraphFetch, path: string, tokens: CallerTokens): Post {
  const { operation } = fetch;
  return {
    path,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-encoding': 'identity',
      authorization: `Bearer ${tokens.tokenFor(operation)}`,
      [REQUEST_ID_HEADER]: operation.requestId,
    },
    body: bodyOf(fetch),
  };
}

function bodyOf(fetch: SubgraphFetch): string {
  return fetch.body ?? JSON.stringify({ query: fetch.query, variables: fetch.variables });
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
