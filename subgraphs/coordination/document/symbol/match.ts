import { foldSymbol } from './fold.js';
import { isRejection, readSymbol } from './parse.js';

/**
 * How well a look-up's text meets a document, best first: its symbol as stored, one of its aliases as stored, the same
 * canonical spelling as either, the same folded key as either. Source: domain guide, section 5.
 */
export const MATCH_GRADES = ['EXACT', 'ALIAS', 'NORMALISED', 'FOLDED'] as const;

/** See {@link MATCH_GRADES}. */
export type MatchGrade = (typeof MATCH_GRADES)[number];

/** The spellings under which one document is stored. */
export interface StoredSpellings {
  /** `null` for a document without a number. */
  readonly symbol: string | null;
  readonly aliases: readonly string[];
}

/**
 * The best grade that a text reaches for a document; `null` where it means another one.
 *
 * Every graded text has the folded key of one of the document's spellings, so a look-up may select by that key first.
 *
 * @throws HubError INVALID_SYMBOL for a text longer than any symbol.
 */
export function gradeMatch(written: string, stored: StoredSpellings): MatchGrade | null {
  return MATCH_GRADES.find((grade) => MEETS[grade](written, stored)) ?? null;
}

type Meeting = (written: string, stored: StoredSpellings) => boolean;

const MEETS: Readonly<Record<MatchGrade, Meeting>> = {
  EXACT: (written, { symbol }) => written === symbol,
  ALIAS: (written, { aliases }) => aliases.includes(written),
  NORMALISED: sharing(canonicalOf),
  FOLDED: sharing(foldSymbol),
};

/** Whether the text and one of the stored spellings have the same key. */
function sharing(keyOf: (written: string) => string | null): Meeting {
  return (written, { symbol, aliases }) => {
    const key = keyOf(written);
    const spellings = symbol === null ? aliases : [symbol, ...aliases];
    return key !== null && spellings.some((spelling) => keyOf(spelling) === key);
  };
}

function canonicalOf(written: string): string | null {
  const result = readSymbol(written);
  return isRejection(result) ? null : result.canonical;
}
