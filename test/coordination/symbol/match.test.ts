import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { HubError } from '../../../schema/contract/errors.js';
import { foldSymbol } from '../../../subgraphs/coordination/document/symbol/fold.js';
import { gradeMatch, MATCH_GRADES } from '../../../subgraphs/coordination/document/symbol/match.js';
import { toAscii } from '../../../subgraphs/coordination/document/symbol/spelling.js';
import { anyCanonical } from './arbitrary.js';
import { SOURCE_SYMBOLS } from './source-symbols.js';

const REGULATION = { symbol: '03/QCPH-BCA-TLĐ', aliases: ['03/QC-BCA-TLĐLĐ'] };

describe('a look-up', () => {
  test.each([
    ['03/QCPH-BCA-TLĐ', 'EXACT'],
    ['03/QC-BCA-TLĐLĐ', 'ALIAS'],
    ['Số 3/QCPH – BCA – TLÐ', 'NORMALISED'],
    ['3/qc-BCA-TLĐLĐ', 'NORMALISED'],
    ['3/qc-bca-tldld', 'FOLDED'],
    ['so: 03/QCPH-BCA-TLD', 'FOLDED'],
    ['03/QC-BCA-TLĐ', null],
    ['03/QCPH-BCA-TLĐLĐ', null],
    ['13/QCPH-BCA-TLĐ', null],
    ['not a symbol', null],
    ['', null],
  ])('of %j is graded %s', (written, grade) => {
    expect(gradeMatch(written, REGULATION)).toBe(grade);
  });

  test('prefers the better grade when several spellings are met', () => {
    const stored = { symbol: '36/KH-BCĐ', aliases: ['Số 36/KH-BCĐ'] };

    expect(gradeMatch('36/KH-BCĐ', stored)).toBe('EXACT');
    expect(gradeMatch('Số 36/KH-BCĐ', stored)).toBe('ALIAS');
    expect(gradeMatch('Số: 36/KH-BCĐ', stored)).toBe('NORMALISED');
  });

  test('finds a document without a number by its aliases alone', () => {
    expect(gradeMatch('01/KH-BCA', { symbol: null, aliases: ['01/KH-BCA'] })).toBe('ALIAS');
    expect(gradeMatch('01/KH-BCA', { symbol: null, aliases: [] })).toBeNull();
  });

  test('meets an alias that is no valid symbol, word for word or folded', () => {
    const stored = { symbol: null, aliases: ['QĐ 1944 TTg'] };

    expect(gradeMatch('QĐ 1944 TTg', stored)).toBe('ALIAS');
    expect(gradeMatch('qd 1944 ttg', stored)).toBe('FOLDED');
  });

  test('lists its grades from the best to the worst', () => {
    expect(MATCH_GRADES).toEqual(['EXACT', 'ALIAS', 'NORMALISED', 'FOLDED']);
  });
});

describe('the folded key', () => {
  test('keeps all symbols of the sources apart', () => {
    const keys = SOURCE_SYMBOLS.map(({ symbol }) => foldSymbol(symbol));

    expect(new Set(keys).size).toBe(SOURCE_SYMBOLS.length);
  });

  test.each([
    ['36/KH-BCĐ', '36-KH/TU'],
    ['36/KH-TU', '36-KH/TU'],
    ['201-ĐA/UBND', '201/ĐA-UBND'],
    ['03/QCPH-BCA-TLĐ', '03/QC-BCA-TLĐLĐ'],
    ['06/KH-BCĐ', '60/KH-BCĐ'],
  ])('of %s is another one than of %s', (one, other) => {
    expect(foldSymbol(one)).not.toBe(foldSymbol(other));
  });

  test('is the same for every spelling of a canonical symbol', () => {
    const spellings = [
      (symbol: string) => symbol.toLowerCase(),
      (symbol: string) => symbol.normalize('NFD'),
      (symbol: string) => toAscii(symbol),
      (symbol: string) => symbol.replaceAll('Đ', 'Ð'),
      (symbol: string) => `Số: ${symbol.replaceAll('-', ' – ')}`,
      (symbol: string) => symbol.replace(/^\d/, '00$&'),
    ];
    fc.assert(
      fc.property(anyCanonical, fc.constantFrom(...spellings), (symbol, spell) => {
        expect(foldSymbol(spell(symbol))).toBe(foldSymbol(symbol));
      }),
    );
  });

  test('is shared by every text that gets a grade, so it can select the candidates', () => {
    const spelt = anyCanonical.map((symbol) => [symbol, `Số ${symbol.replaceAll('-', ' — ')}`] as const);
    fc.assert(
      fc.property(spelt, ([symbol, written]) => {
        expect(gradeMatch(written, { symbol, aliases: [] })).toBe('NORMALISED');
        expect(foldSymbol(written)).toBe(foldSymbol(symbol));
      }),
    );
  });

  test('refuses a text longer than any symbol', () => {
    expect(() => foldSymbol('0'.repeat(81))).toThrow(HubError);
    expect(() => gradeMatch('0'.repeat(81), REGULATION)).toThrow(HubError);
  });
});
