import type { ErrorReport } from './metrics.js';
import type { GraphQLFormattedError } from 'graphql';

/** Errors of an answer, as they are counted. */
export function reportsOn(errors: readonly GraphQLFormattedError[]): readonly ErrorReport[] {
  return errors.map(({ extensions = {} }) => ({
    agency: textIn(extensions['agency']),
    code: textIn(extensions['code']) ?? 'UNKNOWN',
  }));
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
