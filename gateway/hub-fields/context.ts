import type { SubgraphAnswer } from '../reach/reach.js';
import type { ExistenceLoader } from './existence.js';
import type { GraphQLFormattedError } from 'graphql';

/** What the hub's own fields may use to answer one fetch. */
export interface HubContext {
  /** Tells of each id whether its record exists; one question to each agency for all of them. */
  readonly existence: ExistenceLoader;
  /** Asks the subgraph of a name, on behalf of the client's request. */
  readonly ask: Ask;
  /** Subgraphs that can be searched, by name. */
  readonly searchable: readonly string[];
  /** Tells the client of an error beside an answer that stands. */
  readonly report: (error: GraphQLFormattedError) => void;
}

/** Asks the subgraph of a name. @throws HubError when it gives no answer. */
export type Ask = (
  subgraph: string,
  question: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
) => Promise<SubgraphAnswer>;
