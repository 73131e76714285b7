import { readSettings } from '../../schema/contract/settings.js';
import { z } from 'zod';

const milliseconds = z.coerce.number().int().min(50).max(600_000);
const count = z.coerce.number().int().min(1).max(1_000_000);

/** How clients subscribe; spread it into the settings of a process that answers clients. */
export const STREAM_SETTINGS = {
  /** Whether clients may subscribe, by WebSocket, server-sent events and multipart answers. Default: true. */
  STREAMS: z.stringbool().default(true),
  /** Subscriptions open at once; further ones are refused. Unit: subscriptions. */
  STREAMS_MAX: count.default(10_000),
  /** Subscriptions of one caller open at once, anonymous callers told apart by their address; further ones are refused. Unit: subscriptions. */
  STREAMS_PER_CALLER: count.default(500),
  /** Operations open at once on one WebSocket; further ones are refused. Unit: operations. */
  STREAMS_PER_SOCKET: count.default(50),
  /** WebSockets open at once; further ones are refused. Unit: connections. */
  STREAM_SOCKETS_MAX: count.default(1_000),
  /** WebSockets of one address open at once; further ones are refused. Unit: connections. */
  STREAM_SOCKETS_PER_ADDRESS: count.default(100),
  /** Time for a client to say by WebSocket who it is. Unit: milliseconds. */
  STREAM_INIT_TIMEOUT_MS: milliseconds.default(5_000),
  /** How often something is sent to a client while there is no event; by WebSocket it has as long to answer. Unit: milliseconds. */
  STREAM_HEARTBEAT_MS: milliseconds.default(10_000),
  /** How long a client may leave unread what was sent before its stream is ended. Unit: milliseconds. */
  STREAM_STALL_MS: milliseconds.default(20_000),
  /** How long subscriptions go on after a new supergraph was taken over, before they are ended. Unit: milliseconds. */
  STREAM_HANDOVER_MS: z.coerce.number().int().min(0).max(3_600_000).default(60_000),
};

/** The values of {@link STREAM_SETTINGS}. */
export type StreamSettings = z.infer<z.ZodObject<typeof STREAM_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const STREAM_DEFAULTS: StreamSettings = readSettings(STREAM_SETTINGS, {});
