import type { GraphQLFormattedError } from 'graphql';

/** An answer over HTTP. */
export interface HttpGraphAnswer {
  readonly status: number;
  /** The body as it came. */
  readonly body: string;
  // The shape depends on the query, which only the test knows.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Asks a graph over HTTP. */
export async function askAt(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<HttpGraphAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(20_000),
  });
  const body = await response.text();
  return { status: response.status, body, ...(JSON.parse(body) as Omit<HttpGraphAnswer, 'status' | 'body'>) };
}
