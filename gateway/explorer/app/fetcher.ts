import { withReadableProse } from './descriptions.js';
import { currentLanguage } from './language.js';
import { Runs } from './run/runs.js';
import type { GraphiQLProvider } from '@graphiql/react';
import type { ComponentProps } from 'react';

/** How GraphiQL asks the graph. */
export type Fetcher = ComponentProps<typeof GraphiQLProvider>['fetcher'];

/**
 * Makes the fetcher that sends operations as runs. Each answers GraphiQL once, with the last of its answers; what comes
 * before that, the page shows by itself. What asks for the schema is no run that is shown.
 */
export function createFetcher(runs: Runs): Fetcher {
  return async (request, options) => {
    // GraphiQL names a nameless operation '', which the graph would look for in vain.
    const body = JSON.stringify({ ...request, operationName: request.operationName || undefined });
    const wanted = { query: request.query, body, headers: options?.headers ?? {} };
    if (request.operationName !== 'IntrospectionQuery') return runs.start(wanted);
    return withReadableProse(await new Runs().start(wanted), currentLanguage()) as object;
  };
}
