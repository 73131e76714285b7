import { readSettings } from '../../schema/contract/settings.js';
import { z } from 'zod';

const milliseconds = z.coerce.number().int().min(50).max(120_000);

/** How the gateway reaches subgraphs; spread it into the settings of a process that does. */
export const REACH_SETTINGS = {
  /** Time to open a connection to a subgraph. Unit: milliseconds. */
  SUBGRAPH_CONNECT_TIMEOUT_MS: milliseconds.default(2_000),
  /** Time until a subgraph's answer begins. Unit: milliseconds. */
  SUBGRAPH_HEADERS_TIMEOUT_MS: milliseconds.default(8_000),
  /** Longest pause within a subgraph's answer. Unit: milliseconds. */
  SUBGRAPH_BODY_TIMEOUT_MS: milliseconds.default(5_000),
  /** Time for one fetch, from its first byte to the answer's last. Unit: milliseconds. */
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(10_000),
  /** Largest answer of one fetch. Unit: bytes. */
  SUBGRAPH_ANSWER_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(268_435_456).default(16_777_216),
  /** Connections open at once to one subgraph. Unit: connections. */
  SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(1_024).default(32),
  /** Whether a fetch that callers with the same token need at the same time is sent once; its token names the first operation. Default: true. */
  SHARE_FETCHES: z.stringbool().default(true),
  /** Distinct fetches whose parsed form is kept for each subgraph. Unit: fetches. */
  SUBGRAPH_PREPARED_FETCHES: z.coerce.number().int().min(1).max(100_000).default(1_000),
};

/** The values of {@link REACH_SETTINGS}. */
export type ReachSettings = z.infer<z.ZodObject<typeof REACH_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const REACH_DEFAULTS: ReachSettings = readSettings(REACH_SETTINGS, {});
