import { withReadableProse } from './descriptions.js';
import { currentLanguage } from './language.js';
import { FAILURES } from './words.js';
import type { GraphiQLProvider } from '@graphiql/react';
import type { ComponentProps } from 'react';

/** How the sandbox asks the graph. */
export type Fetcher = ComponentProps<typeof GraphiQLProvider>['fetcher'];

/** What is known of a run once its answer is there. */
export interface Outcome {
  readonly query: string;
  /** Unit: milliseconds, from the request until the whole answer was read. */
  readonly milliseconds: number;
  readonly errorCount: number;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

const TIMEOUT_MS = 60_000;

/** Makes the fetcher; `report` learns of every run, but not of look-ups of the schema. */
export function createFetcher(report: (outcome: Outcome) => void): Fetcher {
  return async (request, options) => {
    const started = performance.now();
    const answer = await post(request, options?.headers ?? {});
    if (request.operationName === 'IntrospectionQuery')
      return withReadableProse(answer, currentLanguage()) as object;
    const milliseconds = Math.round(performance.now() - started);
    report({ query: request.query, milliseconds, errorCount: answer.errors?.length ?? 0 });
    return answer;
  };
}

async function post(request: Parameters<Fetcher>[0], headers: object): Promise<Answer> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { accept: 'application/json', ...headers, 'content-type': 'application/json' },
      // GraphiQL names a nameless operation '', which the graph would look for in vain.
      body: JSON.stringify({ ...request, operationName: request.operationName || undefined }),
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return (await response.json()) as Answer;
  } catch (error) {
    return { errors: [{ message: FAILURES[failureOf(error)][currentLanguage()] }] };
  }
}

function failureOf(error: unknown): keyof typeof FAILURES {
  if (error instanceof SyntaxError) return 'unreadable';
  return error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'network';
}
