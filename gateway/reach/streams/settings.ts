import { RULES } from '../../../schema/contract/settings.js';
import { text } from '../../../schema/contract/text.js';
import { TRANSPORT_WS } from '../../streams/sockets/protocol.js';
import { z } from 'zod';

const milliseconds = z.coerce.number().int().min(50).max(600_000);

/** How a subgraph is subscribed to. */
export interface StreamPlace {
  readonly protocol: typeof TRANSPORT_WS | 'sse';
  /** Address of the subscriptions, if it is not the subgraph's own. */
  readonly url?: string;
}

const PROTOCOLS: ReadonlyMap<string, StreamPlace['protocol']> = new Map([
  ['ws', TRANSPORT_WS],
  ['sse', 'sse'],
  ['ws:', TRANSPORT_WS],
  ['wss:', TRANSPORT_WS],
  ['http:', 'sse'],
  ['https:', 'sse'],
]);

/** `ws` or `sse` at the subgraph's own address, or another address, whose scheme tells the protocol. */
function placeIn(value: string): StreamPlace | null {
  const protocol = PROTOCOLS.get(value);
  if (protocol) return value.endsWith(':') ? null : { protocol };
  const byScheme = PROTOCOLS.get(URL.parse(value)?.protocol ?? '');
  return byScheme ? { protocol: byScheme, url: value } : null;
}

const places = z
  .string()
  .default('')
  .transform((list, context): ReadonlyMap<string, StreamPlace> => {
    const found = new Map<string, StreamPlace>();
    for (const entry of list.split(',').filter((each) => each.trim() !== '')) {
      const [name = '', ...rest] = entry.split('=');
      const place = placeIn(rest.join('=').trim());
      if (place && name.trim()) found.set(name.trim(), place);
      else context.addIssue({ code: 'custom', message: 'wrong form' });
    }
    return found;
  });

/** How the gateway subscribes to subgraphs; spread it into the settings of a process that reaches subgraphs. */
export const STREAM_REACH_SETTINGS = {
  /** How subgraphs are subscribed to, by name: `ws` or `sse` at their own address, or another address by ws, wss, http or https, as in `police=wss://host/graphql,union=sse`. Default: graphql-transport-ws at their own address. */
  SUBGRAPH_STREAMS: places.register(
    RULES,
    text(
      'cần các cặp tên=cách, cách là ws, sse hoặc một địa chỉ, ví dụ police=wss://host.example/graphql,union=sse',
      'pairs of name=way are needed, where the way is ws, sse or an address, for example police=wss://host.example/graphql,union=sse',
    ),
  ),
  /** Subscriptions open at once to one subgraph; further ones are refused. Unit: subscriptions. */
  SUBGRAPH_MAX_STREAMS: z.coerce.number().int().min(1).max(100_000).default(1_000),
  /** How often a subgraph is asked by WebSocket whether it is still there; it has as long to answer. Unit: milliseconds. */
  SUBGRAPH_STREAM_HEARTBEAT_MS: milliseconds.default(15_000),
  /** Longest silence of a subgraph that sends events by SSE, also before the head of its answer; its comments count. Unit: milliseconds. */
  SUBGRAPH_STREAM_SILENCE_MS: milliseconds.default(60_000),
  /** Largest event of a subgraph. Unit: bytes. */
  SUBGRAPH_EVENT_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(67_108_864).default(1_048_576),
  /** Events of one subscription that may wait; from then on the subgraph's connection is not read. Unit: events. */
  SUBGRAPH_EVENT_QUEUE: z.coerce.number().int().min(1).max(100_000).default(64),
};

/** The values of {@link STREAM_REACH_SETTINGS}. */
export type StreamReachSettings = z.infer<z.ZodObject<typeof STREAM_REACH_SETTINGS>>;
