import { HubError, type ErrorCode } from '../../schema/contract/errors.js';
import type { EngineAnswer } from './engine.js';
import type { GraphQLError } from 'graphql';

/** HTTP status of a refusal; nothing for the usual one. */
export function statusOf(error: GraphQLError): number | undefined {
  return error instanceof HubError ? STATUSES.get(error.code) : undefined;
}

const STATUSES: ReadonlyMap<ErrorCode, number> = new Map<ErrorCode, number>([
  ['PLANNER_BUSY', 503],
  ['QUERY_TOO_COMPLEX', 400],
  ['COMBINATION_NOT_ALLOWED', 400],
]);

/** The answer to an operation that is not run. @param code of the errors that have none */
export function refused(errors: readonly GraphQLError[], code: string): EngineAnswer {
  const formatted = errors.map((error) => error.toJSON());
  return {
    errors: formatted.map((error) => ({
      ...error,
      extensions: { code, ...error.extensions },
    })),
  };
}
