import { readSettings } from '../settings.js';
import { z } from 'zod';

const milliseconds = z.coerce.number().int().min(100).max(600_000);

/** How a process talks HTTP; spread it into the settings of a process that serves. */
export const HTTP_SETTINGS = {
  /** Largest request body. Unit: bytes. */
  HTTP_BODY_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(67_108_864).default(1_048_576),
  /** Time for a client to send all headers. Unit: milliseconds. */
  HTTP_HEADERS_TIMEOUT_MS: milliseconds.default(10_000),
  /** Time for a client to send the whole request. Unit: milliseconds. */
  HTTP_REQUEST_TIMEOUT_MS: milliseconds.default(30_000),
  /** How long an idle connection is kept. Unit: milliseconds. */
  HTTP_KEEP_ALIVE_TIMEOUT_MS: milliseconds.default(65_000),
  /** Time to answer one request; what is not there by then is given up. The client has as long again to read the answer. Unit: milliseconds. */
  HTTP_ANSWER_TIMEOUT_MS: milliseconds.default(30_000),
  /** Time at a stop in which a client that holds a connection may still send a request; its answer tells it to connect anew. Unit: milliseconds. */
  HTTP_DRAIN_MS: z.coerce.number().int().min(0).max(60_000).default(250),
  /** Time for running requests to finish when the process stops. Unit: milliseconds. */
  HTTP_STOP_TIMEOUT_MS: milliseconds.default(10_000),
  /** Time for the readiness check. Unit: milliseconds. */
  HTTP_READY_TIMEOUT_MS: milliseconds.default(2_000),
  /** Connections open at once; further ones are closed. Unit: connections. */
  HTTP_MAX_CONNECTIONS: z.coerce.number().int().min(1).max(65_535).default(2_000),
  /** Whether the caller is ours, so that its `x-request-id` is kept. */
  HTTP_TRUST_REQUEST_ID: z.stringbool().default(false),
};

/** The values of {@link HTTP_SETTINGS}. */
export type HttpSettings = z.infer<z.ZodObject<typeof HTTP_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const HTTP_DEFAULTS: HttpSettings = readSettings(HTTP_SETTINGS, {});
