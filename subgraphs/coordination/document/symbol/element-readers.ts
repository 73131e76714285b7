import { matchAt, NUMBER, wordAt, YEAR } from './characters.js';
import { numberText } from './format.js';
import type { Element } from './grammar.js';
import type { LegislatureBody } from './issuers.js';
import { isPartyIssuer, legislatureOf } from './known-issuers.js';
import { anyIssuer, knownIssuer, withLaterParts } from './part-readers.js';
import { isMismatch } from './reading.js';
import type { Cursor, Reader, Step } from './reading.js';
import { spellingsOf, spellingWarnings } from './spelling.js';
import { TYPE_CODES, type DocumentType, type TypeCodes } from './types.js';
import { warning } from './warnings.js';

const legislature = knownIssuer('LEGISLATURE', (code) => legislatureOf(code) !== null);
const letterIssuer = withLaterParts(knownIssuer('KNOWN_ISSUER'), 1);

/** How each element of the grammar is read. */
export const READERS: Readonly<Record<Element, Reader>> = {
  '/': separator('/'),
  '-': separator('-'),
  NUMBER: readNumber,
  YEAR: readYear,
  NORMATIVE_TYPE: typeReader('NORMATIVE_TYPE', TYPE_CODES.NORMATIVE),
  STATE_TYPE: typeReader('STATE_TYPE', TYPE_CODES.STATE),
  PARTY_TYPE: typeReader('PARTY_TYPE', TYPE_CODES.PARTY),
  RESOLUTION_TYPE: typeReader('STATE_TYPE', { NQ: ['RESOLUTION'] }),
  ENACTING_LEGISLATURE: readEnacting,
  LEGISLATURE: legislature,
  PARTY_ISSUER: knownIssuer('PARTY_ISSUER', isPartyIssuer),
  KNOWN_ISSUER: knownIssuer('KNOWN_ISSUER'),
  LETTER_ISSUER: readLetter,
  ISSUERS: withLaterParts(anyIssuer, Infinity),
};

/**
 * What an assembly enacts under a symbol without a type.
 *
 * Source: domain guide, section 5; ordinances: Law 80/2015/QH13, article 4, from memory, not checked against its text.
 */
const ENACTED: Readonly<Record<LegislatureBody, readonly DocumentType[]>> = {
  QH: ['LAW', 'RESOLUTION'],
  UBTVQH: ['ORDINANCE', 'RESOLUTION'],
};

function separator(sign: '/' | '-'): Reader {
  return ({ text, at }) => (text[at] === sign ? { end: at + 1 } : { at, expected: sign });
}

function readNumber(cursor: Cursor): Step {
  const [written = '', digits, letter = null] = matchAt(NUMBER, cursor);
  if (digits === undefined) return { at: cursor.at, expected: 'NUMBER' };
  const value = Number(digits);
  const text = numberText({ value, letter });
  return {
    end: cursor.at + written.length,
    found: { number: { text, value, letter } },
    warnings: text === written ? [] : [warning('LEADING_ZERO_NORMALISED', written)],
  };
}

function readYear(cursor: Cursor): Step {
  const [digits] = matchAt(YEAR, cursor);
  if (digits === undefined) return { at: cursor.at, expected: 'YEAR' };
  return { end: cursor.at + digits.length, found: { year: Number(digits) } };
}

function typeReader(expected: 'NORMATIVE_TYPE' | 'STATE_TYPE' | 'PARTY_TYPE', types: TypeCodes): Reader {
  const spellingOf = spellingsOf(Object.keys(types));
  return (cursor) => {
    const word = wordAt(cursor);
    const spelling = spellingOf(word);
    if (!spelling || (spelling.ascii && !cursor.lenient)) return { at: cursor.at, expected };
    return {
      end: cursor.at + word.length,
      found: { typeCode: spelling.code, documentTypes: types[spelling.code] },
      warnings: spellingWarnings(word, spelling, 'TYPE_CASE_NORMALISED'),
    };
  };
}

function readEnacting(cursor: Cursor): Step {
  const step = legislature(cursor);
  if (isMismatch(step)) return step;
  const body = legislatureOf(step.parts?.[0]?.code ?? '')?.body;
  return { ...step, found: { documentTypes: body && ENACTED[body] } };
}

function readLetter(cursor: Cursor): Step {
  const step = letterIssuer(cursor);
  return isMismatch(step) ? step : { ...step, found: { documentTypes: ['OFFICIAL_LETTER'] } };
}
