/** Bounds that the gateway keeps during the soak, shorter than its defaults, so that every one of them is met. Unit: milliseconds. */
export const BOUNDS = {
  /** One fetch from a subgraph, all included. */
  fetch: 2_000,
  /** One answer to a client, all included; its own word to the client may take half a second more. */
  answer: 5_000,
  /** How long a client may leave unread what was sent. */
  stall: 3_000,
  /** How often an idle stream says something; two beats may pass between two words. */
  beat: 2_000,
  /** How long keys of the issuer are used before they are read again, and the least time between two looks for one. */
  keys: 4_000,
  look: 1_000,
} as const;

/** Fields of a document that nobody sent before: those that fill the caches are as large as those that come later, or the caches would still grow. Unit: fields. */
export const FIELDS = 50;

/** What the gateway is told, beside its supergraph and its port. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  SUBGRAPH_CONNECT_TIMEOUT_MS: '1000',
  SUBGRAPH_HEADERS_TIMEOUT_MS: '1500',
  SUBGRAPH_BODY_TIMEOUT_MS: '1000',
  SUBGRAPH_TIMEOUT_MS: String(BOUNDS.fetch),
  SUBGRAPH_CONNECTION_TTL_MS: '10000',
  SUBGRAPH_BREAKER_OPEN_MS: '1000',
  SUBGRAPH_STREAMS: 'notices=sse',
  SUBGRAPH_STREAM_HEARTBEAT_MS: '2000',
  HTTP_ANSWER_TIMEOUT_MS: String(BOUNDS.answer),
  STREAM_STALL_MS: String(BOUNDS.stall),
  STREAM_HEARTBEAT_MS: String(BOUNDS.beat),
  JWT_ISSUER: 'https://issuer.example',
  JWT_AUDIENCE: 'soak',
  JWT_CLOCK_TOLERANCE_S: '1',
  JWT_REMEMBERED_BYTES: '1048576',
  JWKS_CACHE_MS: String(BOUNDS.keys),
  JWKS_COOLDOWN_MS: String(BOUNDS.look),
  JWKS_TIMEOUT_MS: '2000',
  QUERY_MAX_ALIASES: String(2 * FIELDS),
  PLAN_TIMEOUT_MS: '4000',
  METRICS_PORT: '0',
};
