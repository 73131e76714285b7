import type { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import { requireShortNames } from './names.js';
import type { LimitSettings } from './settings.js';
import { tooComplex } from './too-complex.js';
import { LRUCache } from 'lru-cache';
import { parse, type DocumentNode } from 'graphql';

/** Text of all kept operations. Unit: characters. */
const MAX_TEXT = 4_000_000;

/**
 * Parses operations and keeps the latest ones. What does not parse is `null`; it is refused later, with its place.
 *
 * @throws HubError QUERY_TOO_COMPLEX, from the returned function, for one that is too long, before it is parsed, and for
 * one with a name that is.
 */
export function parsing(settings: TextSettings): (query: string) => DocumentNode | null {
  const kept = new LRUCache<string, DocumentNode>({
    maxSize: MAX_TEXT,
    sizeCalculation: (_, query) => query.length + 1,
  });
  return (query) => {
    const known = kept.get(query);
    if (known) return known;
    const document = parsed(query, settings.QUERY_MAX_TOKENS);
    if (!document) return null;
    requireShortNames(document, settings.QUERY_MAX_NAME_LENGTH);
    kept.set(query, document);
    return document;
  };
}

/** What bounds the text of an operation. */
type TextSettings = Pick<LimitSettings, 'QUERY_MAX_TOKENS' | 'QUERY_MAX_NAME_LENGTH'>;

function parsed(query: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(query, { noLocation: true, maxTokens });
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    if (!TOO_LONG.test((error as Error).message)) return null;
    throw tooComplex({
      limit: 'tokens',
      what: text('độ dài (số token)', 'length in tokens'),
      found: maxTokens + 1,
      allowed: maxTokens,
    });
  }
}

/** What the parser says of a text that has more tokens than it may. */
const TOO_LONG = /^Syntax Error: Document contains more that \d+ tokens\./;

/** Levels beyond which a parser that calls itself for each level is at its end, roughly. Unit: levels. */
const PARSER_LEVELS = 1_000;

function tooDeep(): HubError {
  return tooComplex({
    limit: 'depth',
    what: text('độ sâu', 'depth'),
    found: PARSER_LEVELS + 1,
    allowed: PARSER_LEVELS,
  });
}
