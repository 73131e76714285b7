import { limitsFor } from '../../../gateway/limits.js';
import { LIMIT_DEFAULTS, type LimitSettings } from '../../../gateway/limits/settings.js';
import { buildSchema } from 'graphql';

/** A schema with what the limits look at: pages, plain lists, lists by ids. */
export const SCHEMA = buildSchema(`
  interface Thing { id: ID! }
  type Org implements Thing { id: ID! name: String parent: Org children(first: Int, last: Int): Page! tags: [Tag!]! }
  type Tag { word: String }
  type Page { totalCount: Int edges: [Edge!]! info: Info! }
  type Edge { node: Org! }
  type Info { more: Boolean }
  input Range { from: Int }
  type Query { org: Org orgs(first: Int): [Org!]! nodes(ids: [ID!]!): [Thing]! }
`);

/** The usual limits, with a cost that a test can reach. */
export const settings: LimitSettings = { ...LIMIT_DEFAULTS, QUERY_MAX_COST: 1_000 };
/** What admits operations within these limits. */
export const limits = limitsFor(SCHEMA, settings);

/** The estimated cost of an operation; nothing for what is no GraphQL. */
export const cost = (query: string, variables = {}) => limits.admit({ query, variables });

/** What the refusal of an operation tells; `null` where it is admitted. */
export function refusal(query: string, variables = {}): unknown {
  try {
    limits.admit({ query, variables });
  } catch (error) {
    return (error as { extensions: unknown }).extensions;
  }
  return null;
}
