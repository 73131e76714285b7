import type { FetchOrigin } from '../../schema/contract/subgraph.js';
import type { Reader } from './reading/reader.js';
import type { Actor } from './rights/actor.js';
import type { Writer } from './writing/writer.js';

/** What resolvers may use while one fetch is answered. */
export interface SubgraphContext extends FetchOrigin {
  /** Who acts in office; `null` for the public. */
  readonly actor: Actor | null;
  readonly read: Reader;
  readonly write: Writer;
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
}
