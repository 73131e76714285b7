import type { OperationRequest } from './app.js';
import type { Cors } from './cors.js';

/** Where a request says that it comes from. */
export interface Sender {
  /** Address of the other end of the connection. */
  readonly peer?: string;
  /** The header `x-forwarded-for`, which anybody may send. */
  readonly forwarded?: string;
}

/** A request with the text of the document that it named. */
export interface FoundDocument {
  readonly asked: OperationRequest;
  /** To be called when the document was one to run, not when it was refused. */
  readonly keep?: () => void;
}

/** How several operations come in one request. */
export interface Batches<Context> {
  /** Most operations of one request. Unit: operations. */
  readonly max: number;
  /** @throws HubError QUERY_TOO_COMPLEX for operations that are too much together, before any of them runs. */
  admit(contexts: readonly Context[]): void;
}

/** How requests come in beyond one operation with its text, from the process's own origin; what is left out is closed. */
export interface Door<Context> {
  /** Which other sites' pages may ask. */
  readonly cors?: Cors;
  readonly batches?: Batches<Context>;
  /**
   * Finds the text of the document that a request names.
   *
   * @throws HubError DOCUMENT_NOT_TRUSTED, DOCUMENT_MISMATCH or PERSISTED_QUERY_NOT_FOUND; as an exception or as a
   * rejection.
   */
  readonly documentFor?: (asked: OperationRequest) => FoundDocument | Promise<FoundDocument>;
  /** The client's address, by which anonymous callers are told apart. */
  readonly addressOf?: (sender: Sender) => string;
}
