/**
 * The subgraph that the gateway itself answers: `node`, `nodes` and `search`.
 *
 * Composition derives it from the agencies' subgraphs; the gateway knows it by its routing address alone.
 */
export const HUB_SUBGRAPH = { name: 'hub', url: 'hub:fields' } as const;

/** Ids that one `nodes` takes. Unit: ids. */
export const MAX_NODES = 100;

/** Hits on a page of `search` that does not say how many it wants. Unit: hits. */
export const DEFAULT_SEARCH_PAGE = 20;

/** Hits on the largest page of `search`. Unit: hits. */
export const MAX_SEARCH_PAGE = 100;

/** Hits that `search` counts; of more it tells only that there are more. Unit: hits. */
export const MOST_COUNTED = 1_000;
