import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

const LOOK_UP = `query ($symbol: String!, $issuer: ID, $issuedOn: LocalDate) {
  documentBySymbol(symbol: $symbol, issuer: $issuer, issuedOn: $issuedOn) { grade matched document { symbol } }
}`;

describe('a look-up by symbol', () => {
  test('finds one regulation under both spellings, and warns that they differ (Q02)', async () => {
    const { data, statements } = await asked.ask(
      `query ($one: String!, $other: String!) {
        one: documentBySymbol(symbol: $one) { ...Found }
        other: documentBySymbol(symbol: $other) { ...Found }
      }
      fragment Found on DocumentMatch { grade matched document { id aliases { value } dataQualityFlags { code readings { value } } } }`,
      { one: '03/QCPH-BCA-TLĐ', other: '03/QC-BCA-TLĐLĐ' },
    );
    const [one] = data.one;
    const [other] = data.other;

    expect([data.one.length, data.other.length]).toEqual([1, 1]);
    expect(one).toMatchObject({ grade: 'EXACT', matched: '03/QCPH-BCA-TLĐ' });
    expect(other).toMatchObject({ grade: 'ALIAS', matched: '03/QC-BCA-TLĐLĐ' });
    expect(other.document).toEqual(one.document);
    expect(one.document.aliases).toHaveLength(2);
    expect(one.document.dataQualityFlags).toEqual([
      { code: 'SYMBOL_DISPUTED', readings: [{ value: '03/QCPH-BCA-TLĐ' }, { value: '03/QC-BCA-TLĐLĐ' }] },
    ]);
    expect(statements).toBe(2);
  });

  test.each([
    ['36/KH-BCĐ', 'EXACT', '36/KH-BCĐ'],
    ['36 / KH - BCĐ', 'NORMALISED', '36/KH-BCĐ'],
    ['Số 36/KH–BCÐ', 'NORMALISED', '36/KH-BCĐ'],
    ['36/KH-BCD', 'FOLDED', '36/KH-BCĐ'],
    ['3/qc-bca-tlđlđ', 'NORMALISED', '03/QC-BCA-TLĐLĐ'],
    ['/BC-LĐLĐ', 'EXACT', '/BC-LĐLĐ'],
    ['201-ĐA/UBND', 'EXACT', '201-ĐA/UBND'],
  ])('of %s finds one document: %s, %s', async (symbol, grade, matched) => {
    const { data } = await asked.ask(LOOK_UP, { symbol });

    expect(data.documentBySymbol).toMatchObject([{ grade, matched }]);
  });

  test('of the bare number 36 finds both documents with it, neither exactly', async () => {
    const { data, statements } = await asked.ask(LOOK_UP, { symbol: '36' });

    expect(data.documentBySymbol).toEqual([
      { grade: 'FOLDED', matched: '36/KH-BCĐ', document: { symbol: '36/KH-BCĐ' } },
      { grade: 'FOLDED', matched: '36-KH/TU', document: { symbol: '36-KH/TU' } },
    ]);
    expect(statements).toBe(1);
  });

  test('is narrowed by issuer', async () => {
    const issuer = idOf('PublicBody', 'party-committee-bac-giang');
    const { data } = await asked.ask(LOOK_UP, { symbol: '36', issuer });

    expect(data.documentBySymbol).toMatchObject([{ document: { symbol: '36-KH/TU' } }]);
  });

  test.each([
    ['the day itself', '36/KH-BCĐ', '2024-02-23', 1],
    ['another day', '36/KH-BCĐ', '2024-02-24', 0],
    ['a day of the known month', '/BC-LĐLĐ', '2024-03-20', 1],
    ['a day outside of the known month', '/BC-LĐLĐ', '2024-04-01', 0],
    ['any day where none is known', '46-CT/TW', '2010-06-22', 1],
  ])('by date answers for %s', async (_, symbol, issuedOn, count) => {
    const { data } = await asked.ask(LOOK_UP, { symbol, issuedOn });

    expect(data.documentBySymbol).toHaveLength(count);
  });

  test('of a symbol that no document has is empty', async () => {
    const { data, errors } = await asked.ask(LOOK_UP, { symbol: '999/QĐ-TTg' });

    expect(errors).toBeUndefined();
    expect(data.documentBySymbol).toEqual([]);
  });

  test.each(['', 'rubbish', '36/XX-BCĐ', '123456', '36/KH-', 'x'.repeat(1000)])(
    'of %j is refused, saying where and what was expected',
    async (symbol) => {
      const { data, errors } = await asked.ask(LOOK_UP, { symbol });

      expect(data).toEqual({ documentBySymbol: null });
      expect(errors).toMatchObject([
        { extensions: { code: 'INVALID_SYMBOL', position: expect.any(Number), expected: expect.any(Array) } },
      ]);
    },
  );

  test('that is refused takes no other answer with it', async () => {
    const { data } = await asked.ask(
      '{ bad: documentBySymbol(symbol: "?") { grade } good: documentBySymbol(symbol: "36/KH-BCĐ") { grade } }',
    );

    expect(data).toEqual({ bad: null, good: [{ grade: 'EXACT' }] });
  });
});

describe('the parse of a symbol', () => {
  const PARSE = `query ($text: String!, $lenient: Boolean!) { parseSymbol(text: $text, lenient: $lenient) {
    canonical form number year typeCode documentTypes issuers { code known nameVi needs } warnings { code subject }
  } }`;

  test('takes it apart and tells what was changed', async () => {
    const { data, statements } = await asked.ask(PARSE, { text: 'Số 6/2014/NÐ-CP', lenient: false });

    expect(data.parseSymbol).toMatchObject({
      canonical: '06/2014/NĐ-CP',
      form: 'NORMATIVE',
      number: '06',
      year: 2014,
      typeCode: 'NĐ',
      documentTypes: ['DECREE'],
      issuers: [{ code: 'CP', known: true, nameVi: 'Chính phủ', needs: 'NOTHING' }],
    });
    expect(data.parseSymbol.warnings).toEqual(
      expect.arrayContaining([
        { code: 'PREFIX_REMOVED', subject: null },
        { code: 'ETH_REPLACED', subject: null },
      ]),
    );
    expect(statements).toBe(0);
  });

  test('understands plain ASCII only when asked to', async () => {
    const strict = await asked.ask(PARSE, { text: '06/2014/ND-CP', lenient: false });
    const lenient = await asked.ask(PARSE, { text: '06/2014/ND-CP', lenient: true });

    expect(strict.errors).toMatchObject([{ extensions: { code: 'INVALID_SYMBOL' } }]);
    expect(lenient.data.parseSymbol.canonical).toBe('06/2014/NĐ-CP');
  });
});
