import { TRANSPORT_WS } from './protocol.js';
import { z } from 'zod';

/** Longest id of an operation that a client may choose. Unit: characters. */
const MAX_ID = 128;

const id = z.string().min(1).max(MAX_ID);

const MESSAGE = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connection_init'), payload: z.looseObject({}).nullish() }),
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('pong') }),
  z.object({ type: z.literal('subscribe'), id, payload: z.looseObject({}) }),
  z.object({ type: z.literal('complete'), id }),
]);

/** A message that a client sends by graphql-transport-ws. */
export type ClientMessage = z.infer<typeof MESSAGE>;

/** The message in what was parsed from JSON; `null` for what is none. */
export function clientMessage(json: unknown): ClientMessage | null {
  const parsed = MESSAGE.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** How a connection ends. Source: github.com/enisdenjo/graphql-ws, PROTOCOL.md; RFC 6455 section 7.4.1. */
export const CLOSE = {
  goingAway: [1001, 'The server stops'],
  tryAgainLater: [1013, 'Try again later'],
  badMessage: [4400, `Not a message of ${TRANSPORT_WS}`],
  unauthorized: [4401, 'Unauthorized'],
  forbidden: [4403, 'Forbidden'],
  wrongProtocol: [4406, 'Subprotocol not acceptable'],
  initTimeout: [4408, 'Connection initialisation timeout'],
  duplicate: [4409, 'Subscriber already exists'],
  tooManyInits: [4429, 'Too many initialisation requests'],
  tooManyOperations: [4429, 'Too many operations'],
  slow: [4413, 'The client reads too slowly'],
  failed: [4500, 'The hub failed'],
} as const satisfies Readonly<Record<string, readonly [code: number, reason: string]>>;

/** One of the ways in which a connection ends. */
export type Close = (typeof CLOSE)[keyof typeof CLOSE];
