import type { FetchOrigin } from '../../schema/contract/subgraph.js';
import type { Reader } from './reading/reader.js';

/** What resolvers may use while one fetch is answered. */
export interface SubgraphContext extends FetchOrigin {
  readonly read: Reader;
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
}
