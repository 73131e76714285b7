import type { SubgraphReading } from '../reading/subgraph.js';
import type { Approval } from './approval.js';
import type { Law } from './law.js';

/** All that ownership is judged by. */
export interface World {
  readonly law: Law;
  readonly approvals: readonly Approval[];
  readonly now: Date;
  /** What is served before the change: the other subgraphs, and the former version of the one that is judged. */
  readonly served: readonly SubgraphReading[];
  /** What would be served beside it for the first time: it may be repeated by others, and owns nothing yet. */
  readonly coming?: SubgraphReading;
}
