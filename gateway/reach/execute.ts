import { dressError, isUnexpected } from '../../schema/contract/dress.js';
import type { Logger } from '../../schema/contract/log.js';
import { requireShallow } from './depth.js';
import { FetchFailure } from './fetch-failure.js';
import type { Prepared } from './prepared.js';
import type { SubgraphAnswer } from './reach.js';
import { execute, type ExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql';

/** One run of a prepared fetch. */
export interface Run {
  readonly schema: GraphQLSchema;
  readonly prepared: Prepared;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: object;
  /** Largest answer, as text. Unit: bytes. */
  readonly maxBytes: number;
  /** Told of every error as it was thrown. */
  readonly onError: (error: GraphQLError) => void;
}

/**
 * Runs a prepared fetch within the process, and answers as a subgraph's own server would over HTTP.
 *
 * @throws FetchFailure when the answer is too large or nested too deep.
 */
export async function run({ prepared, onError, ...rest }: Run): Promise<SubgraphAnswer> {
  if (prepared.errors) return refusal(prepared);
  const result = await execute({
    schema: rest.schema,
    document: prepared.document,
    variableValues: rest.variables,
    contextValue: rest.context,
  });
  result.errors?.forEach(onError);
  return plain(result, rest.maxBytes);
}

/** The answer to a fetch that does not fit the schema. */
export function refusal({ errors, code }: Extract<Prepared, { readonly code: string }>): SubgraphAnswer {
  return { errors: dressed(errors, code) };
}

/** Tells the log of what clients learn only as a failure. */
export function loggingTo(log: Logger, origin: Readonly<Record<string, string>>): Run['onError'] {
  return (error) => {
    if (isUnexpected(error))
      log.error({ ...origin, path: error.path, reason: error.message }, 'a field failed');
  };
}

/**
 * A result as a subgraph's own server would send it. One without data means that the request itself was wrong, such as a
 * variable of another type.
 *
 * @throws FetchFailure when it is too large or nested too deep.
 */
export function plain({ data, errors }: ExecutionResult, maxBytes: number): SubgraphAnswer {
  const code = data === undefined ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
  const answer = { data, ...(errors && { errors: dressed(errors, code) }) };
  requireShallow(answer);
  const json = JSON.stringify(answer);
  if (Buffer.byteLength(json) > maxBytes) throw new FetchFailure('too-large');
  return JSON.parse(json) as SubgraphAnswer;
}

function dressed(errors: readonly GraphQLError[], code: string): NonNullable<SubgraphAnswer['errors']> {
  return errors.map((error) => {
    const { message, path, extensions } = error.toJSON();
    return dressError({ message, ...(path && { path }), extensions: { code, ...extensions } }, error);
  });
}
