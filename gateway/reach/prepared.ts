import { LRUCache } from 'lru-cache';
import { parse, validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';

/** A fetch that was parsed and validated once: the document, or what is wrong with it. */
export type Prepared =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: readonly GraphQLError[]; readonly code: string };

/** Text of all kept fetches of one subgraph. Unit: characters. */
const MAX_TEXT = 8_000_000;

/**
 * Parses and validates each distinct fetch once, and keeps the latest ones.
 *
 * @param max kept fetches. Unit: fetches.
 */
export function preparing(schema: GraphQLSchema, max: number): (query: string) => Prepared {
  const kept = new LRUCache<string, Prepared>({
    max,
    maxSize: MAX_TEXT,
    sizeCalculation: (_, query) => query.length + 1,
  });
  return (query) => {
    const known = kept.get(query);
    if (known) return known;
    const prepared = prepare(schema, query);
    kept.set(query, prepared);
    return prepared;
  };
}

function prepare(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query, { noLocation: true });
    const errors = validate(schema, document);
    return errors.length === 0 ? { document } : { errors, code: 'GRAPHQL_VALIDATION_FAILED' };
  } catch (error) {
    return { errors: [error as GraphQLError], code: 'GRAPHQL_PARSE_FAILED' };
  }
}
