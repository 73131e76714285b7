import type { Logger } from '../../contract/log.js';
import { HubError } from '../../contract/errors.js';
import type { KnownKey } from '../state/state.js';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request whose sender is known. */
export interface Asked {
  /** The parts of the path that the route leaves open, decoded. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  /** The body as JSON; undefined for a request without one. */
  readonly body: unknown;
  /** Whose key signed the request. */
  readonly sender: KnownKey;
  readonly accept: string;
  /** Aborted when the client leaves, or the registry stops. */
  readonly signal: AbortSignal;
  readonly requestId: string;
}

/** What is answered. */
export interface Answered {
  readonly status: number;
  /** Sent as JSON, unless it is text. */
  readonly body?: unknown;
  readonly text?: string;
  /** Lines of JSON, one by one as they come. */
  readonly lines?: AsyncIterable<unknown>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request with its answer under way. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly log: Logger;
}

/** An answer that is a JSON value. */
export function json(body: unknown, status = 200): Answered {
  return { status, body };
}

/** A whole number of the query string within bounds. @throws HubError INVALID_INPUT */
export function numberIn(query: URLSearchParams, name: string, bounds: NumberBounds): number {
  const given = query.get(name);
  if (given === null) return bounds.usual;
  const number = Number(given);
  if (Number.isInteger(number) && number >= 0 && number <= bounds.max) return number;
  const words = {
    vi: `${name} phải là số nguyên từ 0 đến ${bounds.max}.`,
    en: `${name} must be a whole number from 0 to ${bounds.max}.`,
  };
  throw new HubError('INVALID_INPUT', words);
}

interface NumberBounds {
  readonly usual: number;
  readonly max: number;
}
