import { isUnexpected } from '../dress.js';
import type { Logger } from '../log.js';
import type { GraphQLFormattedError } from 'graphql';

/** Tells the log what the client learns only as INTERNAL, under the same request id. */
export function logFailures(log: Logger, errors: readonly GraphQLFormattedError[], requestId: string): void {
  for (const error of errors) {
    if (isUnexpected(error))
      log.error({ requestId, path: error.path, reason: error.message }, 'a field failed');
  }
}
