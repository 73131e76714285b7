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
  /** What the first channel serves, where another one is judged: it settles whose a thing is that both have. */
  readonly settled?: readonly SubgraphReading[];
  /** What would be served anew at once with it: owners let others repeat it, and it gives nobody a right. */
  readonly coming?: readonly Judged[];
}

/** An SDL whose rights are judged. */
export interface Judged {
  readonly reading: SubgraphReading;
  readonly sdl: string;
}
