import { requireShallow } from './depth.js';
import type { SubgraphAnswer } from './reach.js';
import type { GraphQLFormattedError } from 'graphql';

/**
 * A GraphQL answer read from the text of an HTTP answer, or `null` when it is none. Of its data no more is looked at
 * here than how deep it is.
 *
 * @throws FetchFailure when it is nested too deep.
 */
export function answerIn(json: string): SubgraphAnswer | null {
  return answerOf(parsed(json));
}

/** The same for what was parsed before. @throws FetchFailure when it is nested too deep. */
export function answerOf(envelope: unknown): SubgraphAnswer | null {
  if (!isRecord(envelope)) return null;
  const { data, errors } = envelope;
  if (data !== undefined && data !== null && !isRecord(data)) return null;
  requireShallow(data);
  if (errors === undefined || errors === null) return data ? { data } : null;
  const told = errorsIn(errors);
  if (!told || (told.length === 0 && !data)) return null;
  return { ...(data !== undefined && { data }), ...(told.length > 0 && { errors: told }) };
}

/** `null` where one of them is no error. An answer may hold a great many, so no library looks at them. */
function errorsIn(errors: unknown): readonly GraphQLFormattedError[] | null {
  if (!Array.isArray(errors)) return null;
  const told: GraphQLFormattedError[] = [];
  for (const each of errors) {
    const error = errorIn(each);
    if (!error) return null;
    told.push(error);
  }
  return told;
}

/** Some servers write `null` for what an error has not. */
function errorIn(value: unknown): GraphQLFormattedError | null {
  if (!isRecord(value)) return null;
  const { message, path, extensions } = value;
  if (typeof message !== 'string') return null;
  if (!isNothing(path) && !isPath(path)) return null;
  if (!isNothing(extensions) && !isRecord(extensions)) return null;
  return { message, ...(path && { path }), ...(extensions && { extensions }) };
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isPath(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((step) => typeof step === 'string' || Number.isFinite(step));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
