import { text } from '../../schema/contract/text.js';
import { tooComplex } from './too-complex.js';
import { LRUCache } from 'lru-cache';
import { Lexer, parse, Source, TokenKind, type DocumentNode } from 'graphql';

/** Text of all kept operations. Unit: characters. */
const MAX_TEXT = 8_000_000;

/**
 * Parses operations and keeps the latest ones. What does not parse is `null`; it is refused later, with its place.
 *
 * @param maxTokens longest operation. Unit: tokens.
 * @throws HubError QUERY_TOO_COMPLEX, from the returned function, for a longer one, before it is parsed.
 */
export function parsing(maxTokens: number): (query: string) => DocumentNode | null {
  const kept = new LRUCache<string, DocumentNode>({
    maxSize: MAX_TEXT,
    sizeCalculation: (_, query) => query.length + 1,
  });
  return (query) => {
    const known = kept.get(query);
    if (known) return known;
    const document = parsed(query, maxTokens);
    if (document) kept.set(query, document);
    return document;
  };
}

function parsed(query: string, maxTokens: number): DocumentNode | null {
  const tokens = tokensIn(query, maxTokens);
  if (tokens === null) return null;
  if (tokens > maxTokens) {
    throw tooComplex({
      limit: 'tokens',
      what: text('độ dài', 'length in tokens'),
      found: tokens,
      allowed: maxTokens,
    });
  }
  return parseOrNull(query);
}

/** The tokens of a text, counted no further than the first one too many; `null` where it is no GraphQL. */
function tokensIn(query: string, max: number): number | null {
  const lexer = new Lexer(new Source(query));
  try {
    let count = 0;
    while (count <= max && lexer.advance().kind !== TokenKind.EOF) count += 1;
    return count;
  } catch {
    return null;
  }
}

function parseOrNull(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return null;
  }
}
