import { wordAt } from './characters.js';
import { issuerOf, issuerSpelling } from './known-issuers.js';
import { isMismatch, joined } from './reading.js';
import type { Cursor, Expectation, Reader, Reading, Step } from './reading.js';
import { spellingWarnings, type Spelling } from './spelling.js';
import { warning } from './warnings.js';

/** A reader of one issuer that must be known, and whose code must fit. */
export function knownIssuer(expected: Expectation, fits: (code: string) => boolean = () => true): Reader {
  return (cursor) => {
    const word = wordAt(cursor);
    const spelling = issuerSpelling(word);
    return spelling && fits(spelling.code) ? listed(cursor, word, spelling) : { at: cursor.at, expected };
  };
}

/** Reads the first issuer; one that is not known is tolerated and reported. */
export const anyIssuer = partReader('ISSUER', (word) => ({
  parts: [issuerOf(word)],
  warnings: [warning('UNKNOWN_ISSUER', word)],
}));

/** Reads a part after the first issuer: a co-issuer where it is known, otherwise a unit. */
const laterPart = partReader('ISSUER_OR_UNIT', (word) => ({ parts: [{ role: 'UNIT', code: word }] }));

/** A reader of what `first` reads and of up to `limit` parts after it, each behind a dash. */
export function withLaterParts(first: Reader, limit: number): Reader {
  return (cursor) => {
    let whole = first(cursor);
    for (let count = 0; count < limit && hasLaterPart(whole, cursor); count += 1) {
      const next = laterPart({ ...cursor, at: whole.end + 1 });
      whole = isMismatch(next) ? next : joined(whole, next);
    }
    return whole;
  };
}

function hasLaterPart(step: Step, { text }: Cursor): step is Reading {
  return !isMismatch(step) && text[step.end] === '-';
}

function partReader(expected: Expectation, unlisted: (word: string) => Omit<Reading, 'end'>): Reader {
  return (cursor) => {
    const word = wordAt(cursor);
    if (word === '') return { at: cursor.at, expected };
    const spelling = issuerSpelling(word);
    return spelling ? listed(cursor, word, spelling) : { end: cursor.at + word.length, ...unlisted(word) };
  };
}

/** Plain ASCII is refused rather than taken for an unknown issuer or a unit, which would hide a known one. */
function listed({ at, lenient }: Cursor, word: string, spelling: Spelling): Step {
  if (spelling.ascii && !lenient) return { at, expected: 'DIACRITICS' };
  return {
    end: at + word.length,
    parts: [issuerOf(spelling.code)],
    warnings: spellingWarnings(word, spelling, 'ISSUER_CASE_NORMALISED'),
  };
}
