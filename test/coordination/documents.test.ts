import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

const REPORT = idOf('Document', 'report-bac-giang-2024');

interface Listed {
  readonly symbol: string | null;
  readonly family: string | null;
}

describe('the documents that the ten-year report cites', () => {
  const CITED = `query ($report: ID!, $symbolStatus: [SymbolStatus!]) {
    documents(citedBy: $report, symbolStatus: $symbolStatus, orderBy: FAMILY, direction: ASC, first: 100) {
      totalCount nodes { symbol family issuers { __typename ... on PublicBody { nameVi } } }
    }
  }`;

  test('are twenty with a symbol, grouped by the system of their issuers (Q03)', async () => {
    const symbolStatus = ['CLEAR', 'DISPUTED', 'IRREGULAR'];
    const { data, statements } = await asked.ask(CITED, { report: REPORT, symbolStatus });
    const groups = Map.groupBy(data.documents.nodes as Listed[], ({ family }) => family);
    const symbols = [...groups].map(([family, all]) => [
      family,
      all.map(({ symbol }) => String(symbol)).toSorted(),
    ]);

    expect(data.documents.totalCount).toBe(20);
    expect(Object.fromEntries(symbols)).toEqual({
      PARTY_CENTRAL: ['09-CT/TW', '13-KL/TW', '15-KL/TW', '44-KL/TW', '46-CT/TW', '48-CT/TW', '51-NQ/TW'],
      PARTY_PROVINCIAL: ['153-NQ/TU', '159-NQ/TU', '36-KH/TU'],
      GOVERNMENT: ['06/2014/NĐ-CP', '1944/QĐ-TTg'],
      PEOPLES_COMMITTEE: ['12/CT-UBND', '201-ĐA/UBND'],
      STEERING_COMMITTEE: ['36/KH-BCĐ'],
      FEDERATION_OF_LABOUR: ['168/KH-LĐLĐ', '215/KH-LĐLĐ', '229/KH-LĐLĐ', '272/KH-LĐLĐ'],
      JOINT: ['03/QCPH-BCA-TLĐ'],
    });
    expect(statements).toBe(4);
  });

  test('include nine that it names without a symbol', async () => {
    const { data } = await asked.ask(CITED, { report: REPORT });
    const unnumbered = (data.documents.nodes as Listed[]).filter(({ symbol }) => symbol === null);

    expect(unnumbered).toHaveLength(9);
  });

  test.each([
    ['a malformed id', 'report'],
    ['the id of another type', idOf('Activity', 'national-conference-2023')],
  ])('are refused for %s', async (_, report) => {
    const { data, errors } = await asked.ask(CITED, { report });

    expect(data).toEqual({ documents: null });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ID' } }]);
  });

  test('are read from the report as well, with the source of each citation', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { document(id: $id) {
        symbol symbolStatus state stage { from to } dataQualityFlags { code } signatories { official { name } }
        cites(first: 1) { totalCount }
        relations(kind: IMPLEMENTS) { nodes { kind to { symbol citedBy { nodes { id } } } provenance { fact quote source { code status } } } }
      } }`,
      { id: REPORT },
    );

    expect(data.document).toEqual({
      symbol: '/BC-LĐLĐ',
      symbolStatus: 'INCOMPLETE',
      state: 'DRAFT',
      stage: { from: 2014, to: 2024 },
      dataQualityFlags: [{ code: 'INCOMPLETE_SYMBOL' }],
      signatories: [{ official: { name: 'Nguyễn Mạnh Hùng' } }],
      cites: { totalCount: 29 },
      relations: {
        nodes: [
          {
            kind: 'IMPLEMENTS',
            to: { symbol: '36/KH-BCĐ', citedBy: { nodes: [{ id: REPORT }] } },
            provenance: [
              {
                fact: 'F002-05',
                quote: 'Thực hiện Kế hoạch số 36/KH-BCĐ',
                source: { code: 'report-c', status: 'UNNUMBERED_REPORT' },
              },
            ],
          },
        ],
      },
    });
  });
});

describe('the relations of Plan 36-KH/TU', () => {
  const CHAIN = `query ($symbol: String!) { documentBySymbol(symbol: $symbol) { document {
    symbol implements { symbol continues { symbol continuedBy { symbol } } implementedBy { totalCount nodes { symbol } } }
  } } }`;

  test('lead to what it implements, what that continues and what else implements it (Q04)', async () => {
    const { data, statements } = await asked.ask(CHAIN, { symbol: '36-KH/TU' });

    expect(data.documentBySymbol).toEqual([
      {
        document: {
          symbol: '36-KH/TU',
          implements: [
            {
              symbol: '13-KL/TW',
              continues: [{ symbol: '48-CT/TW', continuedBy: [{ symbol: '13-KL/TW' }] }],
              implementedBy: {
                totalCount: 2,
                nodes: [{ symbol: '1944/QĐ-TTg' }, { symbol: '36-KH/TU' }],
              },
            },
          ],
        },
      },
    ]);
    expect(statements).toBe(6);
  });

  test('cost the same for two documents as for one', async () => {
    const one = await asked.ask(CHAIN, { symbol: '36-KH/TU' });
    const two = await asked.ask(CHAIN, { symbol: '36' });

    expect(two.data.documentBySymbol).toHaveLength(2);
    expect(two.statements).toBe(one.statements);
  });

  test('are two, each flagged as taken from one sentence', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { document(id: $id) { relations(direction: INCOMING, kind: IMPLEMENTS) { nodes { from { symbol } dataQualityFlags { code } } } } }`,
      { id: idOf('Document', 'conclusion-13-kl-tw') },
    );

    expect(data.document.relations.nodes).toHaveLength(2);
    expect(data.document.relations.nodes).toEqual(
      expect.arrayContaining([
        { from: { symbol: '36-KH/TU' }, dataQualityFlags: [{ code: 'ONE_SENTENCE' }] },
        { from: { symbol: '1944/QĐ-TTg' }, dataQualityFlags: [{ code: 'ONE_SENTENCE' }] },
      ]),
    );
  });
});

describe('a list of documents', () => {
  const LIST = `query ($issuer: ID, $family: DocumentFamily, $type: DocumentType, $from: LocalDate, $to: LocalDate, $text: String, $first: Int, $after: String) {
    documents(issuer: $issuer, family: $family, type: $type, issuedFrom: $from, issuedTo: $to, text: $text, first: $first, after: $after) {
      totalCount pageInfo { endCursor hasNextPage } nodes { symbol }
    }
  }`;

  test.each([
    [
      'an issuer',
      { issuer: idOf('PublicBody', 'politburo') },
      ['13-KL/TW', '51-NQ/TW', '48-CT/TW', '46-CT/TW'],
    ],
    ['a system and a type', { family: 'PARTY_PROVINCIAL', type: 'PLAN' }, ['36-KH/TU']],
    ['days of issue', { from: '2021-08-16', to: '2021-08-30' }, ['159-NQ/TU', '13-KL/TW']],
    ['words of the title, without diacritics', { text: 'nong thon' }, ['153-NQ/TU']],
    ['a part of the symbol', { text: '1944/QĐ' }, ['1944/QĐ-TTg']],
    ['a title as it was misprinted', { text: 'chất lượng trong trào' }, ['201-ĐA/UBND']],
  ])('is narrowed by %s', async (_, filter, symbols) => {
    const { data, statements } = await asked.ask(LIST, filter);

    expect(data.documents.nodes).toEqual(symbols.map((symbol) => ({ symbol })));
    expect(statements).toBe(2);
  });

  test('is read page by page without gap or repetition', async () => {
    const family = 'PARTY_CENTRAL';
    const whole = await asked.ask(LIST, { family });
    const first = await asked.ask(LIST, { family, first: 4 });
    const rest = await asked.ask(LIST, {
      family,
      first: 4,
      after: first.data.documents.pageInfo.endCursor,
    });

    expect([...first.data.documents.nodes, ...rest.data.documents.nodes]).toEqual(whole.data.documents.nodes);
    expect(rest.data.documents.pageInfo.hasNextPage).toBe(false);
  });

  test.each([
    ['INVALID_PAGE', { first: 0 }],
    ['INVALID_CURSOR', { after: 'x' }],
    ['INVALID_DATE', { from: '2021-02-30' }],
  ])('is refused with %s', async (code, variables) => {
    const { errors } = await asked.ask(LIST, variables);

    expect(errors).toMatchObject([{ extensions: { code } }]);
  });
});

describe('a document', () => {
  const ONE = `query ($id: ID!) { document(id: $id) {
    symbolStatus issuedOn { value basis } titleAsCited titleNormalised issuingOfficeVi number
    issuers { ... on PublicBody { nameVi } } preparedBy { ... on UnionOrganization { id } }
    dataQualityFlags { code readings { value } } provenance { fact certainty } agreement { ordinal }
  } }`;

  test('keeps the irregular form and both titles', async () => {
    const { data } = await asked.ask(ONE, { id: idOf('Document', 'scheme-201-da-ubnd') });

    expect(data.document).toMatchObject({
      symbolStatus: 'IRREGULAR',
      number: '201',
      dataQualityFlags: [
        { code: 'IRREGULAR_FORM', readings: [{ value: '201-ĐA/UBND' }, { value: '201/ĐA-UBND' }] },
        { code: 'TITLE_MISPRINT', readings: [{ value: 'trong trào' }, { value: 'phong trào' }] },
      ],
    });
    expect(data.document.titleAsCited).toContain('trong trào');
    expect(data.document.titleNormalised).toContain('phong trào');
  });

  test('without a date is flagged, and no date is inferred from its number', async () => {
    const { data } = await asked.ask(ONE, { id: idOf('Document', 'plan-215-kh-ldld') });

    expect(data.document.issuedOn).toBeNull();
    expect(data.document.dataQualityFlags).toMatchObject([{ code: 'UNDATED' }, { code: 'NUMBER_RUNS_ON' }]);
  });

  test('of which the issuer was inferred says so', async () => {
    const { data } = await asked.ask(ONE, { id: idOf('Document', 'resolution-153-nq-tu') });

    expect(data.document.issuers).toEqual([{ nameVi: 'Tỉnh ủy Bắc Giang' }]);
    expect(data.document.dataQualityFlags).toMatchObject([{ code: 'ISSUER_INFERRED' }]);
  });

  test('issued by an office names the office and who drafted it', async () => {
    const approval = await asked.ask(ONE, { id: idOf('Document', 'approval-of-scheme-safe-lodging') });
    const scheme = await asked.ask(ONE, { id: idOf('Document', 'scheme-safe-lodging-bac-giang') });

    expect(approval.data.document.issuingOfficeVi).toBe('Chủ tịch Ủy ban nhân dân tỉnh');
    expect(scheme.data.document.preparedBy).toEqual([{ id: idOf('UnionOrganization', 'ldld-bac-giang') }]);
  });

  test('from outside the sources is marked unverified', async () => {
    const { data } = await asked.ask(ONE, { id: idOf('Document', 'award-law-2022') });

    expect(data.document.provenance).toEqual([{ fact: null, certainty: 'EXTERNAL_UNVERIFIED' }]);
  });

  test('leads to the agreement that it puts on paper', async () => {
    const { data } = await asked.ask(ONE, { id: idOf('Document', 'regulation-mps-vgcl-2017') });

    expect(data.document.agreement).toEqual({ ordinal: 1 });
  });
});

test('the sources are readable, with the facts about themselves', async () => {
  const { data, statements } = await asked.ask('{ sources { code status publishedOn { value } facts } }');

  expect(data.sources).toEqual(
    expect.arrayContaining([
      { code: 'article-b', status: 'PRESS', publishedOn: { value: '2023-12-01' }, facts: ['F001-01'] },
      {
        code: 'report-c',
        status: 'UNNUMBERED_REPORT',
        publishedOn: { value: '2024-03-01' },
        facts: ['F002-02'],
      },
    ]),
  );
  expect(statements).toBe(0);
});
