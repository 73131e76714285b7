import { readSettings } from '../../schema/contract/settings.js';
import { STREAM_REACH_SETTINGS } from './streams/settings.js';
import { z } from 'zod';

const milliseconds = z.coerce.number().int().min(50).max(120_000);

/** How the gateway reaches subgraphs; spread it into the settings of a process that does. */
export const REACH_SETTINGS = {
  ...STREAM_REACH_SETTINGS,
  /** Time to open a connection to a subgraph. Unit: milliseconds. */
  SUBGRAPH_CONNECT_TIMEOUT_MS: milliseconds.default(2_000),
  /** Time until a subgraph's answer begins. Unit: milliseconds. */
  SUBGRAPH_HEADERS_TIMEOUT_MS: milliseconds.default(8_000),
  /** Longest pause within a subgraph's answer. Unit: milliseconds. */
  SUBGRAPH_BODY_TIMEOUT_MS: milliseconds.default(5_000),
  /** Time for one fetch, the wait for a connection and further tries included. Unit: milliseconds. */
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(10_000),
  /** Largest answer of one fetch. Unit: bytes. */
  SUBGRAPH_ANSWER_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(268_435_456).default(16_777_216),
  /** Largest head of an answer. Unit: bytes. */
  SUBGRAPH_HEADERS_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(1_048_576).default(16_384),
  /** Connections open at once to one subgraph; each carries one fetch at a time. Unit: connections. */
  SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(1_024).default(32),
  /** Fetches from one subgraph that may wait for a connection, each for half its time. Unit: fetches. */
  SUBGRAPH_QUEUE: z.coerce.number().int().min(0).max(100_000).default(1_000),
  /** How long a connection is used, so that a changed address is followed. Unit: milliseconds. */
  SUBGRAPH_CONNECTION_TTL_MS: z.coerce.number().int().min(100).max(86_400_000).default(60_000),
  /** File of certificates (PEM) that vouch for subgraphs reached by https. Default: those of Node. */
  SUBGRAPH_CA_FILE: z.string().optional(),
  /** How often a query that got no answer is sent again; a change never is. Unit: tries. */
  SUBGRAPH_RETRIES: z.coerce.number().int().min(0).max(5).default(1),
  /** Share of requests that must fail before a subgraph is left alone for a while. Unit: percent. */
  SUBGRAPH_BREAKER_PERCENT: z.coerce.number().int().min(1).max(100).default(50),
  /** Requests within the window before that share counts. Unit: requests. */
  SUBGRAPH_BREAKER_MINIMUM: z.coerce.number().int().min(1).max(1_000_000).default(20),
  /** The window in which requests, failures and retries are counted. Unit: milliseconds. */
  SUBGRAPH_BREAKER_WINDOW_MS: z.coerce.number().int().min(100).max(600_000).default(10_000),
  /** How long a subgraph is left alone before it is tried again. Unit: milliseconds. */
  SUBGRAPH_BREAKER_OPEN_MS: milliseconds.default(5_000),
  /** Whether a fetch that callers with the same token need at the same time is sent once; its token names the first operation. Default: true. */
  SHARE_FETCHES: z.stringbool().default(true),
  /** Distinct fetches whose parsed form is kept for each subgraph. Unit: fetches. */
  SUBGRAPH_PREPARED_FETCHES: z.coerce.number().int().min(1).max(100_000).default(1_000),
};

/** The values of {@link REACH_SETTINGS}. */
export type ReachSettings = z.infer<z.ZodObject<typeof REACH_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const REACH_DEFAULTS: ReachSettings = readSettings(REACH_SETTINGS, {});
