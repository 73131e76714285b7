import { expect } from '@jest/globals';
import type { LocalSubgraph } from '../../../../schema/contract/subgraph.js';

/** One of several answers, as a client sees it. */
export interface SeenPart {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly hasNext?: boolean;
  readonly incremental?: readonly SeenLater[];
}

/** What is answered later at one place. */
export interface SeenLater {
  readonly data: unknown;
  readonly path: readonly (string | number)[];
  readonly label?: string;
  readonly errors?: readonly unknown[];
}

/** Asks a gateway an operation in parts, each of which is told when it is there. */
export async function* inParts(
  url: string,
  query: string,
  variables: object = {},
): AsyncGenerator<SeenPart, undefined> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'multipart/mixed;deferSpec=20220824, application/json',
    },
    body: JSON.stringify({ query, variables }),
  });
  expect(response.headers.get('content-type')).toContain('multipart/mixed');
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const parts = text.split('\r\n---');
    text = parts.pop() ?? '';
    for (const part of parts.filter(Boolean)) yield JSON.parse(part.split('\r\n\r\n')[1] ?? '') as SeenPart;
  }
}

/** All parts of an answer. */
export async function allParts(...asked: Parameters<typeof inParts>): Promise<readonly SeenPart[]> {
  const parts: SeenPart[] = [];
  for await (const part of inParts(...asked)) parts.push(part);
  return parts;
}

/** What was answered later, whichever part it came with. */
export function laterOf(parts: readonly SeenPart[]): readonly SeenLater[] {
  return parts.flatMap(({ incremental = [] }) => incremental);
}

/** The subgraph, which tells how many fetches it answered. */
export function counted(subgraph: LocalSubgraph): LocalSubgraph & { readonly fetches: () => number } {
  let count = 0;
  return {
    ...subgraph,
    contextFor(origin) {
      count += 1;
      return subgraph.contextFor(origin);
    },
    fetches: () => count,
  };
}
