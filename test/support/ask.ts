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

/** What is asked beside the query. */
export interface Asking {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a graph over HTTP. */
export async function askAt(
  url: string,
  query: string,
  { variables = {}, headers = {} }: Asking = {},
): Promise<HttpGraphAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(20_000),
  });
  const body = await response.text();
  return { status: response.status, body, ...(JSON.parse(body) as Omit<HttpGraphAnswer, 'status' | 'body'>) };
}
