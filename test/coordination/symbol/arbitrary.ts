import * as fc from 'fast-check';
import { ISSUERS } from '../../../subgraphs/coordination/document/symbol/issuers.js';
import type { SymbolForm } from '../../../subgraphs/coordination/document/symbol/symbol.js';
import { TYPE_CODES, type TypeFamily } from '../../../subgraphs/coordination/document/symbol/types.js';

/** Units and issuers that no table knows, with Vietnamese letters, digits and an ampersand among them. */
const unlisted = fc.constantFrom('V05', 'ToC', 'PX03', 'NCPC', 'SLĐTBXH', 'TG&NC', 'Tổ', 'BNV');
const number = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('', '', '', 'a', 'B', 'đ'))
  .map(([value, letter]) => `${String(value).padStart(2, '0')}${letter}`);
const year = fc.integer({ min: 1945, max: 2099 }).map(String);
const legislature = fc
  .tuple(fc.constantFrom('QH', 'UBTVQH'), fc.integer({ min: 1, max: 99 }))
  .map(([body, term]) => `${body}${String(term).padStart(2, '0')}`);
const known = fc.oneof(fc.constantFrom(...Object.keys(ISSUERS)), legislature);
const part = fc.oneof(known, unlisted);
const parts = fc.array(part, { minLength: 1, maxLength: 3 }).map((codes) => codes.join('-'));
const type = (family: TypeFamily) => fc.constantFrom(...Object.keys(TYPE_CODES[family]));
const write = (pieces: readonly string[]) => pieces.join('');

/** A canonical symbol of each form. */
export const CANONICAL: Readonly<Record<SymbolForm, fc.Arbitrary<string>>> = {
  NORMATIVE: fc.tuple(number, year, type('NORMATIVE'), parts).map(([n, y, t, p]) => `${n}/${y}/${t}-${p}`),
  ASSEMBLY: fc.oneof(
    fc.tuple(number, year, legislature).map(([n, y, l]) => `${n}/${y}/${l}`),
    fc.tuple(number, legislature).map(([n, l]) => `${n}/NQ-${l}`),
  ),
  PARTY: fc
    .tuple(number, fc.constant('-'), type('PARTY'), fc.constant('/'), fc.constantFrom('TW', 'TU', 'HU'))
    .map(write),
  IRREGULAR: fc
    .tuple(
      number,
      fc.constant('-'),
      type('STATE'),
      fc.constant('/'),
      known.filter((k) => !['TW', 'TU', 'HU'].includes(k)),
    )
    .map(write),
  STATE: fc
    .tuple(number, type('STATE'), parts)
    .filter(([, t, p]) => !(t === 'NQ' && /^(UBTV)?QH\d\d$/.test(p)))
    .map(([n, t, p]) => `${n}/${t}-${p}`),
  INCOMPLETE: fc.tuple(type('STATE'), parts).map(([t, p]) => `/${t}-${p}`),
  LETTER: fc
    .tuple(number, known, fc.option(part, { nil: null }))
    .map(([n, issuer, p]) => (p === null ? `${n}/${issuer}` : `${n}/${issuer}-${p}`)),
};

/** A canonical symbol of any form. */
export const anyCanonical = fc.oneof(...Object.values(CANONICAL));

/** A canonical symbol with up to four characters put in or replaced: often still a symbol, often just not. */
export const nearMiss = fc
  .tuple(
    anyCanonical,
    fc.array(
      fc.tuple(fc.nat(), fc.constantFrom(...'/-–ĐÐdbKHTWUN 059aAsốộ\u0301&'.split('')), fc.nat({ max: 1 })),
      {
        maxLength: 4,
      },
    ),
  )
  .map(([symbol, edits]) => edits.reduce(edited, symbol));

function edited(symbol: string, [at, sign, removed]: readonly [number, string, number]): string {
  const place = at % (symbol.length + 1);
  return symbol.slice(0, place) + sign + symbol.slice(place + removed);
}
