import { dressError } from '../../schema/contract/dress.js';
import { withRequestId } from '../../schema/contract/http/answer.js';
import { RefusedRequest } from '../../schema/contract/http/refusals.js';
import type { Logger } from '../../schema/contract/log.js';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** An operation that is refused before it begins, with errors that may leave the process. */
export class RefusedOperation extends Error {
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super('The operation is refused.');
    this.name = 'RefusedOperation';
  }
}

/** Makes the function that says what a client is told when its answers end before their time. */
export function lastWordsFor(
  requestId: string,
  log: Logger,
): (reason: unknown) => readonly GraphQLFormattedError[] {
  return (reason) => {
    if (reason instanceof RefusedOperation) return reason.errors;
    const isExpected = reason instanceof GraphQLError || reason instanceof RefusedRequest;
    if (!isExpected) log.error({ requestId, err: reason }, 'a stream failed');
    return errorsTold(reason).map((error) => withRequestId(error, requestId));
  };
}

/** The errors for the reason for which answers end before their time. */
export function errorsTold(reason: unknown): readonly GraphQLFormattedError[] {
  return reason instanceof RefusedOperation ? reason.errors : [dressError(formatted(reason), reason)];
}

function formatted(reason: unknown): GraphQLFormattedError {
  if (reason instanceof GraphQLError) return reason.toJSON();
  if (!(reason instanceof RefusedRequest)) return { message: '' };
  const { en, vi } = reason.refusal.text;
  return { message: en, extensions: { code: 'BAD_REQUEST', messageVi: vi } };
}
