import type { Caller } from '../../../schema/contract/caller.js';
import type { Logger } from '../../../schema/contract/log.js';
import type { Parameters } from '../../../schema/contract/http/parameters.js';
import type { RequestOrigin } from '../../../schema/contract/serve.js';
import type { LifetimeOf } from '../lifetime.js';
import type { StreamSettings } from '../settings.js';

/** The client behind a connection. */
export type Visitor = Pick<RequestOrigin, 'authorization' | 'address'>;

/** What the connections of all clients share. */
export interface SocketDesk {
  readonly settings: StreamSettings;
  readonly log: Logger;
  readonly lifetimeOf: LifetimeOf;
  /** Who a client is, by the token that it sends. @throws HubError as an exception or as a rejection. */
  authenticate(visitor: Visitor): Caller | Promise<Caller>;
  /**
   * The answers to an operation, each as JSON. They end at once when the signal is aborted.
   *
   * @throws RefusedRequest, RefusedOperation, HubError from the iterator.
   */
  run(parameters: Parameters, origin: RequestOrigin): AsyncIterable<string>;
}
