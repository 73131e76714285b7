import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { foldSymbol } from '../../../subgraphs/coordination/document/symbol/fold.js';
import {
  isRejection,
  parseSymbol,
  readSymbol,
} from '../../../subgraphs/coordination/document/symbol/parse.js';
import { toAscii } from '../../../subgraphs/coordination/document/symbol/spelling.js';
import type { SymbolWarningCode } from '../../../subgraphs/coordination/document/symbol/warnings.js';
import { anyCanonical, nearMiss } from './arbitrary.js';

/** A way to spell a symbol otherwise, and the warning that it must raise. */
interface Mutation {
  readonly code: SymbolWarningCode;
  readonly mutate: (symbol: string) => string;
}

const MUTATIONS: readonly Mutation[] = [
  { code: 'PREFIX_REMOVED', mutate: (symbol) => `Số ${symbol}` },
  { code: 'PREFIX_REMOVED', mutate: (symbol) => ` SỐ: ${symbol}` },
  { code: 'NFC_NORMALISED', mutate: (symbol) => `Số ${symbol}`.normalize('NFD') },
  { code: 'SPACES_REMOVED', mutate: (symbol) => ` ${symbol}\t` },
  { code: 'SPACES_REMOVED', mutate: (symbol) => symbol.replaceAll(/[/-]/g, ' $&\u00a0 ') },
  ...['\u2010', '\u2011', '\u2013', '\u2014', '\u2212'].map((dash): Mutation => ({
    code: 'DASH_NORMALISED',
    mutate: (symbol) => symbol.replaceAll('-', ` ${dash}`),
  })),
  { code: 'ETH_REPLACED', mutate: (symbol) => symbol.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð') },
  { code: 'LEADING_ZERO_NORMALISED', mutate: (symbol) => symbol.replace(/^0(?=\d)/, '') },
  { code: 'LEADING_ZERO_NORMALISED', mutate: (symbol) => symbol.replace(/^\d{1,4}(?!\d)/, '0$&') },
  { code: 'TYPE_CASE_NORMALISED', mutate: (symbol) => withType(symbol, (type) => type.toLowerCase()) },
];

/** One mutation of each sort, in an order in which each still finds what it changes. */
const STACKABLE: readonly Mutation['mutate'][] = [
  (symbol) => withType(symbol, (type) => type.toUpperCase()),
  (symbol) => symbol.replace(/^0(?=\d)/, ''),
  (symbol) => symbol.replaceAll('Đ', 'Ð'),
  (symbol) => symbol.replaceAll('-', '–'),
  (symbol) => symbol.replaceAll(/[/–-]/g, ' $& '),
  (symbol) => `số:${symbol}`,
  (symbol) => symbol.normalize('NFD'),
];

const fits = (symbol: string) => symbol.length <= 80;
const codesOf = (symbol: string, lenient = false) =>
  parseSymbol(symbol, { lenient }).warnings.map(({ code }) => code);

test.each(MUTATIONS)(
  'every mutation of a symbol under $code parses to the same canonical one',
  (mutation) => {
    const changed = anyCanonical
      .map((canonical) => ({ canonical, written: mutation.mutate(canonical) }))
      .filter(({ canonical, written }) => written !== canonical && fits(written));

    fc.assert(
      fc.property(changed, ({ canonical, written }) => {
        const parsed = parseSymbol(written);
        expect(parsed.canonical).toBe(canonical);
        expect(parsed.warnings.map(({ code }) => code)).toContain(mutation.code);
      }),
    );
  },
);

test('any set of mutations together still parses to the same canonical symbol', () => {
  const mutated = fc.tuple(anyCanonical, fc.subarray([...STACKABLE])).map(([canonical, chosen]) => ({
    canonical,
    written: chosen.reduce((symbol, mutate) => mutate(symbol), canonical),
  }));

  fc.assert(
    fc.property(
      mutated.filter(({ written }) => fits(written)),
      ({ canonical, written }) => {
        expect(parseSymbol(written).canonical).toBe(canonical);
      },
    ),
  );
});

test('whatever text is understood has a canonical symbol that stays, with the same folded key', () => {
  fc.assert(
    fc.property(nearMiss, fc.boolean(), (written, lenient) => {
      const result = readSymbol(written, { lenient });
      fc.pre(!isRejection(result));
      const { canonical, form } = result;

      expect(parseSymbol(canonical)).toMatchObject({ canonical, form });
      expect(foldSymbol(written)).toBe(foldSymbol(canonical));
    }),
    { numRuns: 300 },
  );
});

test('each warning has its wording in both languages', () => {
  for (const { text } of parseSymbol('số 1944 / qÐ – TTG').warnings) {
    expect(text).toEqual({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
  }
  expect(codesOf('số 1944 / qÐ – TTG')).toEqual([
    'PREFIX_REMOVED',
    'DASH_NORMALISED',
    'SPACES_REMOVED',
    'ETH_REPLACED',
    'TYPE_CASE_NORMALISED',
    'ISSUER_CASE_NORMALISED',
  ]);
});

describe('plain ASCII', () => {
  test.each([
    ['06/2014/ND-CP', '06/2014/NĐ-CP'],
    ['36/KH-BCD', '36/KH-BCĐ'],
    ['03/QC-BCA-TLDLD', '03/QC-BCA-TLĐLĐ'],
    ['4173/TLD-ToC', '4173/TLĐ-ToC'],
  ])('%s is refused, and leniently read as %s', (written, canonical) => {
    expect(() => parseSymbol(written)).toThrow(/Not a document symbol/);
    expect(parseSymbol(written, { lenient: true }).canonical).toBe(canonical);
    expect(codesOf(written, true)).toEqual(['ASCII_SPELLING']);
  });

  test('a spelling that is right as it stands keeps its meaning in lenient mode', () => {
    expect(parseSymbol('201-DA/UBND', { lenient: true }).documentTypes).toEqual(['PROJECT']);
  });

  test('lenient reading changes no canonical symbol', () => {
    fc.assert(
      fc.property(anyCanonical, (symbol) => {
        expect(parseSymbol(symbol, { lenient: true })).toEqual(parseSymbol(symbol));
      }),
    );
  });

  test('a lower-case symbol without marks is restored too', () => {
    expect(parseSymbol(toAscii('1944/QĐ-TTg').toLowerCase(), { lenient: true }).canonical).toBe(
      '1944/QĐ-TTg',
    );
  });
});

function withType(symbol: string, change: (type: string) => string): string {
  const [type = ''] = /(?<=^\d{0,5}\p{L}?(?:\/\d{4})?[/-])\p{L}+(?=[/-])/u.exec(symbol) ?? [];
  return isIssuerFirst(symbol) ? symbol : symbol.replace(type, change(type));
}

/** In a letter the first word is the issuer, whose case raises another warning. */
function isIssuerFirst(symbol: string): boolean {
  return parseSymbol(symbol).typeCode === null;
}
