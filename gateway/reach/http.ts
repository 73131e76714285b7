import type { CallerTokens } from '../../schema/contract/caller-token.js';
import { HubError } from '../../schema/contract/errors.js';
import type { Logger } from '../../schema/contract/log.js';
import { REQUEST_ID_HEADER } from '../../schema/contract/subgraph.js';
import { text } from '../../schema/contract/text.js';
import { InFlight } from '../in-flight.js';
import { Circuits, type CircuitNews, type CircuitObserver } from './circuits.js';
import { Connections } from './connections.js';
import { failed, unavailable } from './failures.js';
import { failureOf } from './fetch-failure.js';
import type { Received } from './http-answer.js';
import { Leaving } from './leaving.js';
import { Line } from './line.js';
import type { Post } from './post.js';
import { streamsOverNetwork } from './streams/over-network.js';
import {
  observed,
  type Reach,
  type ReachOptions,
  type ReachTo,
  type SubgraphAnswer,
  type SubgraphPlace,
  type SubgraphFetch,
} from './reach.js';
import { tlsRules, type TlsRules } from './tls.js';
import { isForbidden } from './whereabouts.js';

/** What the way over HTTP needs. */
export interface HttpReachOptions extends ReachOptions {
  /** Vouches to subgraphs for the caller. */
  readonly tokens: CallerTokens;
  readonly onCircuit?: CircuitObserver;
  /** What other gateways say of their circuits. */
  readonly circuitNews?: CircuitNews;
}

/**
 * Reaches subgraphs over HTTP, each through a bounded pool of connections; redirects are never followed.
 *
 * @throws HubError INVALID_SETTING when the file of certificates is none.
 */
export function reachOverHttp(options: HttpReachOptions): ReachTo {
  const parts: LinesParts = { circuits: new Circuits(options), tls: tlsRules(options.settings) };
  return (subgraph) => observed(reachAt(subgraph, options, parts), subgraph.name, options.onFetch);
}

/** What the lines to all subgraphs have in common. */
interface LinesParts {
  readonly circuits: Circuits;
  readonly tls: TlsRules;
}

/** @throws HubError INVALID_SETTING when the supergraph gives no HTTP address for the subgraph. */
function reachAt(subgraph: SubgraphPlace, options: HttpReachOptions, parts: LinesParts): Reach {
  const { settings, tokens } = options;
  const { origin, path } = addressOf(subgraph);
  const connections = new Connections({ origin, tls: parts.tls }, settings);
  const circuit = parts.circuits.of(subgraph);
  const line = new Line({ connections, settings, ...circuit });
  const send: Send = (fetch, leaving) =>
    line.send(requestFor(fetch, path, tokens), {
      leaving,
      mayRetry: !fetch.isChange && !fetch.isProbe,
      isProbe: fetch.isProbe,
    });
  const streams = streamsOverNetwork(subgraph, { ...options, tls: parts.tls, breaker: circuit.breaker });
  const sendOnce = settings.SHARE_FETCHES ? sharing(send) : send;
  return {
    fetch: (fetch) =>
      sendOnce(fetch, fetch.leaving).then(taken, (error: unknown) => {
        throw told(error, { fetch, subgraph, log: options.log });
      }),
    subscribe: (fetch) => streams.subscribe(fetch),
    close: async () => void (await Promise.all([streams.close(), connections.destroy()])),
  };
}

function taken(received: Received): SubgraphAnswer {
  return received.take();
}

interface Failed {
  readonly fetch: SubgraphFetch;
  readonly subgraph: SubgraphPlace;
  readonly log: Logger;
}

/** Logs why a fetch came to nothing; clients learn only whether the subgraph answered. */
function told(error: unknown, { fetch, subgraph: { name }, log }: Failed): HubError {
  const { reason, detail, didAnswer, retryAfter } = failureOf(error);
  const { requestId } = fetch.operation;
  log[reason === 'left' ? 'debug' : 'warn']({ requestId, subgraph: name, reason, detail }, 'a fetch failed');
  return didAnswer ? failed(name) : unavailable(name, retryAfter);
}

type Send = (fetch: SubgraphFetch, leaving: Leaving) => Promise<Received>;

/** What is shared is the text of an answer: every operation makes its own data of it. */
function sharing(send: Send): Send {
  const inFlight = new InFlight<Received>();
  return (fetch, leaving) => {
    if (fetch.isProbe) return send(fetch, leaving);
    if (fetch.isChange) return inFlight.change(() => send(fetch, leaving));
    const { caller } = fetch.operation;
    const begin = (signal: AbortSignal) => send(fetch, new Leaving(signal));
    return inFlight.join({ caller, key: bodyOf(fetch), signal: leaving.signal, begin });
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
      ...(fetch.traceparent && { traceparent: fetch.traceparent }),
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
  if (address && PROTOCOLS.includes(address.protocol) && !isForbidden(address.hostname)) {
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
