import type { CallerTokens } from '../../../schema/contract/caller-token.js';
import { HubError } from '../../../schema/contract/errors.js';
import { REQUEST_ID_HEADER } from '../../../schema/contract/subgraph.js';
import { text } from '../../../schema/contract/text.js';
import type { Breaker, Outcome } from '../breaker.js';
import type { TlsRules } from '../tls.js';
import { LOOKUP, isForbidden } from '../whereabouts.js';
import type { ReachOptions, SubgraphFetch, SubgraphPlace } from '../reach.js';
import { EVENT_STREAM, subscribeByEvents } from './server-sent.js';
import type { StreamPlace } from './settings.js';
import { eventsOf, type EventsOptions, type Sink, type Source } from './source.js';
import { BoundedStreams, type Streams } from './streams.js';
import { subscribeBySocket, type SocketBounds } from './web-socket.js';
import { TRANSPORT_WS } from '../../streams/sockets/protocol.js';
import { Pool } from 'undici';

/** What subscriptions over the network need. */
export interface NetworkStreamsOptions extends Pick<ReachOptions, 'settings' | 'log'> {
  /** Vouches to subgraphs for the caller. */
  readonly tokens: CallerTokens;
  readonly tls: TlsRules;
  /** The circuit of the subgraph. */
  readonly breaker: Breaker;
}

/** A way to begin subscriptions. */
interface Way {
  begin(fetch: SubgraphFetch, sink: Sink): Source;
  close(): Promise<void>;
}

/**
 * Subscribes to a subgraph over the network, as `SUBGRAPH_STREAMS` says.
 *
 * @throws HubError INVALID_SETTING when there is no address that the protocol can use.
 */
export function streamsOverNetwork(subgraph: SubgraphPlace, options: NetworkStreamsOptions): Streams {
  const { settings, log, breaker } = options;
  const { name } = subgraph;
  const place = settings.SUBGRAPH_STREAMS.get(name) ?? { protocol: TRANSPORT_WS };
  const way = WAYS[place.protocol](addressOf(subgraph, place), options);
  const events: EventsOptions = { subgraph: name, settings, log, breaker, silence: SILENCE[place.protocol] };
  return new BoundedStreams(
    (fetch) => eventsOf(fetch, (sink) => way.begin(fetch, sink), events),
    { subgraph: name, max: settings.SUBGRAPH_MAX_STREAMS },
    () => way.close(),
  );
}

/** What it tells of a subgraph that it did not take a subscription yet; by SSE it may do so with the first event. */
const SILENCE: Readonly<Record<StreamPlace['protocol'], Outcome>> = {
  [TRANSPORT_WS]: 'fault',
  sse: 'unknown',
};

const WAYS: Readonly<Record<StreamPlace['protocol'], (url: URL, options: NetworkStreamsOptions) => Way>> = {
  [TRANSPORT_WS]: bySocket,
  sse: byEvents,
};

function bySocket({ href }: URL, { settings, tokens, tls }: NetworkStreamsOptions): Way {
  const bounds = socketBounds(settings);
  return {
    begin(fetch, sink) {
      const headers = tracks(fetch);
      const init = { authorization: authorizationFor(fetch, tokens), ...headers };
      const subscription = { url: href, headers, init, body: bodyOf(fetch), tls, bounds };
      return subscribeBySocket(subscription, sink);
    },
    close: async () => undefined,
  };
}

function socketBounds(settings: NetworkStreamsOptions['settings']): SocketBounds {
  return {
    connectMs: settings.SUBGRAPH_CONNECT_TIMEOUT_MS,
    acknowledgeMs: settings.SUBGRAPH_HEADERS_TIMEOUT_MS,
    heartbeatMs: settings.SUBGRAPH_STREAM_HEARTBEAT_MS,
    maxBytes: settings.SUBGRAPH_EVENT_LIMIT_BYTES,
  };
}

function byEvents({ origin, pathname, search }: URL, options: NetworkStreamsOptions): Way {
  const { settings, tokens, tls } = options;
  const bounds = {
    maxBytes: settings.SUBGRAPH_EVENT_LIMIT_BYTES,
    answerMs: settings.SUBGRAPH_TIMEOUT_MS,
  };
  const pool = new Pool(origin, {
    connections: settings.SUBGRAPH_MAX_STREAMS,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: settings.SUBGRAPH_CONNECT_TIMEOUT_MS, lookup: LOOKUP, ...tls },
    maxHeaderSize: settings.SUBGRAPH_HEADERS_LIMIT_BYTES,
    headersTimeout: settings.SUBGRAPH_STREAM_SILENCE_MS,
    bodyTimeout: settings.SUBGRAPH_STREAM_SILENCE_MS,
  });
  return {
    begin(fetch, sink) {
      const post = { path: pathname + search, headers: headersFor(fetch, tokens), body: bodyOf(fetch) };
      return subscribeByEvents({ dispatcher: pool, post, bounds }, sink);
    },
    close: () => pool.destroy(),
  };
}

function headersFor(fetch: SubgraphFetch, tokens: CallerTokens): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    accept: EVENT_STREAM,
    'accept-encoding': 'identity',
    authorization: authorizationFor(fetch, tokens),
    ...tracks(fetch),
  };
}

/** What joins the subgraph's part with the request's in logs and traces. */
function tracks({ operation, traceparent }: SubgraphFetch): Readonly<Record<string, string>> {
  return { [REQUEST_ID_HEADER]: operation.requestId, ...(traceparent && { traceparent }) };
}

function authorizationFor({ operation }: SubgraphFetch, tokens: CallerTokens): string {
  return `Bearer ${tokens.tokenFor(operation)}`;
}

function bodyOf({ body, query, variables }: SubgraphFetch): string {
  return body ?? JSON.stringify({ query, variables });
}

/** The schemes of each protocol, with the one that stands for each other. */
const SCHEMES: Readonly<Record<StreamPlace['protocol'], ReadonlyMap<string, string>>> = {
  [TRANSPORT_WS]: new Map([
    ['http:', 'ws:'],
    ['https:', 'wss:'],
    ['ws:', 'ws:'],
    ['wss:', 'wss:'],
  ]),
  sse: new Map([
    ['http:', 'http:'],
    ['https:', 'https:'],
  ]),
};

function addressOf({ name, url }: SubgraphPlace, { protocol, url: own = url }: StreamPlace): URL {
  const address = URL.parse(own);
  const scheme = SCHEMES[protocol].get(address?.protocol ?? '');
  if (!address || !scheme || isForbidden(address.hostname)) throw noAddress(name);
  return new URL(scheme + address.href.slice(address.protocol.length));
}

function noAddress(name: string): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(
      `Không có địa chỉ để đăng ký theo dõi phân hệ ${name}.`,
      `There is no address for subscriptions to the subgraph ${name}.`,
    ),
    { setting: 'SUBGRAPH_STREAMS', agency: name },
  );
}
