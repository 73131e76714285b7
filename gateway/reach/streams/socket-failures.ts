import { failureOf, FetchFailure } from '../fetch-failure.js';
import { refusalOfProtocol } from '../http-answer.js';
import type { IncomingMessage } from 'node:http';

/** From this close code on it is the protocol that refuses. Source: RFC 6455 section 7.4.2. */
const FIRST_OF_PROTOCOL = 4_000;

/**
 * Codes for what one client asks, or is: not a valid message, unauthorised, forbidden, an operation twice, too many.
 *
 * Source: github.com/enisdenjo/graphql-ws, PROTOCOL.md.
 */
const TURNS_AWAY: ReadonlySet<number> = new Set([4_400, 4_401, 4_403, 4_409, 4_429]);

/**
 * Why a subgraph closed a connection: one that does not know the operation's protocol, or does not let the caller in,
 * closes with a code of it.
 */
export function closedWith(detail: number): FetchFailure {
  if (TURNS_AWAY.has(detail)) return new FetchFailure('turned-away', { detail });
  return new FetchFailure(detail >= FIRST_OF_PROTOCOL ? 'not-graphql' : 'cut', { detail });
}

/** Why a subgraph opened no connection, by its answer. */
export function refusalBy({ statusCode: status = 0, headers }: IncomingMessage): FetchFailure {
  return refusalOfProtocol({ status, headers });
}

const OVERSIZED = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';

/** The words of the library may hold some of the subgraph; its codes do not. */
export function failureFrom(error: Error & { readonly code?: string }): FetchFailure {
  const { code: detail = 'not a WebSocket' } = error;
  if (detail === OVERSIZED) return new FetchFailure('too-large');
  const isOfLibrary = error.code === undefined || detail.startsWith('WS_ERR_');
  return isOfLibrary ? new FetchFailure('not-http', { detail }) : failureOf(error, true);
}
