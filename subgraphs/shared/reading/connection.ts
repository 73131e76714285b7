import type { Connection, Edge, Page } from '../page.js';

/** Rows found for a page, and how they become a connection. */
export interface FoundPage<Found, Row> {
  /** In the direction of the page, with one row more than asked when others follow. */
  readonly found: readonly Found[];
  readonly cursorOf: (found: Found) => string;
  readonly nodeOf: (found: Found) => Row;
  /** Counts the whole list. */
  readonly count: () => Promise<number>;
}

/** The connection that answers a page. */
export function connectionFrom<Found, Row>(
  page: Page,
  { found, cursorOf, nodeOf, count }: FoundPage<Found, Row>,
): Connection<Row> {
  const rows = found.slice(0, page.count);
  if (page.backward) rows.reverse();
  const edges = rows.map((row) => ({ cursor: cursorOf(row), node: nodeOf(row) }));
  const nodes = edges.map(({ node }) => node);
  const connection = {
    edges,
    nodes,
    pageInfo: pageInfo(edges, page, found.length),
    totalCount: count,
    count,
  };
  return connection;
}

function pageInfo(edges: readonly Edge<unknown>[], { backward, cursor, count }: Page, found: number) {
  const more = found > count;
  return {
    hasNextPage: backward ? cursor !== null : more,
    hasPreviousPage: backward ? more : cursor !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
}
