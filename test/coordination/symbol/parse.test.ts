import { describe, expect, test } from '@jest/globals';
import { parseSymbol } from '../../../subgraphs/coordination/document/symbol/parse.js';
import { SOURCE_SYMBOLS } from './source-symbols.js';

const codesOf = (symbol: string, lenient = false) =>
  parseSymbol(symbol, { lenient }).warnings.map(({ code }) => code);
const needsOf = (symbol: string) => parseSymbol(symbol).issuers.map(({ code, needs }) => [code, needs]);

describe('the symbols of the sources', () => {
  test.each(SOURCE_SYMBOLS)('$symbol is read as $form', (expected) => {
    const { canonical, form, typeCode, documentTypes, issuers, unit } = parseSymbol(expected.symbol);

    expect({ symbol: canonical, form, typeCode, documentTypes, unit }).toEqual({
      symbol: expected.symbol,
      form: expected.form,
      typeCode: expected.typeCode,
      documentTypes: expected.documentTypes,
      unit: expected.unit,
    });
    expect(issuers.map(({ code }) => code)).toEqual(expected.issuers);
    expect(issuers.every(({ known }) => known)).toBe(true);
  });

  test('give only the warnings that their form or type deserves', () => {
    const warned = SOURCE_SYMBOLS.filter(({ symbol }) => codesOf(symbol).length > 0);

    expect(new Set(warned.flatMap(({ symbol }) => codesOf(symbol)))).toEqual(
      new Set(['AMBIGUOUS_TYPE', 'IRREGULAR_FORM', 'INCOMPLETE_SYMBOL']),
    );
    expect(new Set(warned.map(({ form }) => form))).toEqual(new Set(['ASSEMBLY', 'IRREGULAR', 'INCOMPLETE']));
  });
});

describe('numbers', () => {
  test.each([
    ['6/2014/NĐ-CP', '06/2014/NĐ-CP', { text: '06', value: 6, letter: null }],
    ['00036/KH-BCĐ', '36/KH-BCĐ', { text: '36', value: 36, letter: null }],
    ['7a/KH-UBND', '07a/KH-UBND', { text: '07a', value: 7, letter: 'a' }],
  ])('%s becomes %s, with a warning', (written, canonical, number) => {
    expect(parseSymbol(written)).toMatchObject({ canonical, number });
    expect(codesOf(written)).toEqual(['LEADING_ZERO_NORMALISED']);
  });

  test('an incomplete symbol has none', () => {
    expect(parseSymbol('/BC-LĐLĐ').number).toBeNull();
  });

  test('the year is a part of normative and assembly symbols alone', () => {
    expect(['06/2014/NĐ-CP', '06/2022/QH15', '36/KH-BCĐ'].map((symbol) => parseSymbol(symbol).year)).toEqual([
      2014,
      2022,
      null,
    ]);
  });
});

describe('types', () => {
  test.each([
    ['12-QĐ/TW', ['DECISION', 'RULE']],
    ['12/QĐ-UBND', ['DECISION']],
    ['12/TTr-TLĐ', ['SUBMISSION', 'UNION_CIRCULAR']],
    ['12/CĐ-TTg', ['TELEGRAM', 'OFFICIAL_LETTER']],
    ['12/2020/TT-BCA', ['CIRCULAR']],
    ['12-TT/TU', ['PARTY_CIRCULAR']],
  ])('%s can be %j', (symbol, documentTypes) => {
    expect(parseSymbol(symbol).documentTypes).toEqual(documentTypes);
    expect(codesOf(symbol).includes('AMBIGUOUS_TYPE')).toBe(documentTypes.length > 1);
  });
});

describe('issuers', () => {
  test('the three codes of the confederation mean one organisation, the longest spelling first', () => {
    const names = ['TLĐ', 'TLĐLĐ', 'TLĐLĐVN'].map((code) => parseSymbol(`01/QĐ-${code}`).issuers);

    expect(names.map((issuers) => issuers.map(({ code, kind }) => [code, kind]))).toEqual([
      [['TLĐ', 'UNION_CONFEDERATION']],
      [['TLĐLĐ', 'UNION_CONFEDERATION']],
      [['TLĐLĐVN', 'UNION_CONFEDERATION']],
    ]);
  });

  test.each([
    ['06/2014/NĐ-CP', [['CP', 'NOTHING']]],
    ['36/KH-BCĐ', [['BCĐ', 'TERRITORY']]],
    ['44-KL/TW', [['TW', 'BODY_FROM_TITLE']]],
    ['36-KH/TU', [['TU', 'TERRITORY']]],
    ['12/KH-CAT-PV05', [['CAT', 'TERRITORY']]],
    [
      '09/CTr-BCA-MTTQ',
      [
        ['BCA', 'NOTHING'],
        ['MTTQ', 'NOTHING'],
      ],
    ],
    ['09/CTr-MTTQ', [['MTTQ', 'TERRITORY']]],
    ['09/CTr-MTTW', [['MTTW', 'NOTHING']]],
    [
      '02/CTr-CAT-MTTQ',
      [
        ['CAT', 'TERRITORY'],
        ['MTTQ', 'TERRITORY'],
      ],
    ],
  ])('%s needs %j', (symbol, needs) => {
    expect(needsOf(symbol)).toEqual(needs);
  });

  test('a part after the first is a co-issuer where it is known, otherwise a unit', () => {
    const { issuers, unit, parts } = parseSymbol('05/KH-BCA-V05-TLĐ');

    expect(issuers.map(({ code }) => code)).toEqual(['BCA', 'TLĐ']);
    expect(unit).toBe('V05');
    expect(parts.map(({ code }) => code)).toEqual(['BCA', 'V05', 'TLĐ']);
  });

  test('an unknown one is tolerated and reported behind a known type', () => {
    const { issuers, warnings } = parseSymbol('12/BC-SLĐTBXH');

    expect(issuers).toEqual([
      { role: 'ISSUER', code: 'SLĐTBXH', known: false, kind: null, needs: null, name: null },
    ]);
    expect(warnings).toMatchObject([{ code: 'UNKNOWN_ISSUER', subject: 'SLĐTBXH' }]);
  });

  test('an assembly is told by its body and its term', () => {
    expect(parseSymbol('938/NQ-UBTVQH15').legislature).toEqual({ body: 'UBTVQH', term: 15 });
    expect(parseSymbol('403/2017/NQLT-UBTVQH14-CP').legislature).toEqual({ body: 'UBTVQH', term: 14 });
    expect(parseSymbol('36/KH-BCĐ').legislature).toBeNull();
  });

  test('the Party way of writing stays apart from the state way', () => {
    expect(parseSymbol('36/KH-TU').form).toBe('STATE');
    expect(parseSymbol('36-KH/TU').form).toBe('PARTY');
    expect(parseSymbol('36-KH/BCĐ').form).toBe('IRREGULAR');
  });
});
