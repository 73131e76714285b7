import type { Caller } from './caller.js';
import type { GraphQLSchema } from 'graphql';

/** What a subgraph learns about the operation behind one fetch. */
export interface FetchOrigin {
  /** Identifies the client's request in every log and error. */
  readonly requestId: string;
  /** Who asks, as the gateway says. */
  readonly caller: Caller;
  /** Aborted when the answer is no longer wanted. */
  readonly signal?: AbortSignal;
}

/**
 * A subgraph as the hub sees it when it runs within the same process.
 *
 * The gateway knows subgraphs by this shape alone, never by their code.
 */
export interface LocalSubgraph {
  /** Name in the supergraph; also the agency's short name in errors. */
  readonly name: string;
  /** Federation SDL, as published. */
  readonly sdl: string;
  /** Executable schema with `_entities` and `_service`. */
  readonly schema: GraphQLSchema;
  /** A fresh context for one fetch: loaders and entity manager are never shared between fetches. */
  contextFor(origin: FetchOrigin): object;
  /** Whether the subgraph's database answers. */
  isReady(): Promise<boolean>;
  /** Releases the database connections. */
  close(): Promise<void>;
}

/** Header that carries the request id from the gateway to a subgraph. */
export const REQUEST_ID_HEADER = 'x-request-id';
