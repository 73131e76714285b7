import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

describe('the police of Bắc Giang', () => {
  const POLICE = `query ($id: ID!, $asOf: LocalDate) { policeOrganization(id: $id) {
    nameVi level validity { from to } superior { id nameVi }
    jurisdictions(asOf: $asOf) { unit { id } }
    successors { kind effectiveOn to { nameVi validity { from } } legalBasis { symbol } }
    provenance { fact certainty source { code } }
  } }`;
  const id = idOf('PoliceOrganization', 'cong-an-bac-giang');

  test('ended with the province and were followed by those of Bắc Ninh', async () => {
    const { data, statements } = await asked.ask(POLICE, { id });

    expect(data.policeOrganization).toMatchObject({
      nameVi: 'Công an tỉnh Bắc Giang',
      level: 'PROVINCIAL',
      validity: { from: null, to: '2025-07-01' },
      superior: { nameVi: 'Bộ Công an' },
      jurisdictions: [{ unit: { id: idOf('AdministrativeUnit', 'bac-giang') } }],
      successors: [
        {
          kind: 'MERGED_INTO',
          effectiveOn: '2025-07-01',
          to: { nameVi: 'Công an tỉnh Bắc Ninh', validity: { from: '2025-07-01' } },
          legalBasis: { symbol: '202/2025/QH15' },
        },
      ],
    });
    expect(data.policeOrganization.provenance[0]).toMatchObject({
      fact: 'F002-118',
      certainty: 'STATED',
      source: { code: 'report-c' },
    });
    expect(statements).toBe(6);
  });

  test('have no territory after their last day', async () => {
    const { data } = await asked.ask(POLICE, { id, asOf: '2025-07-01' });

    expect(data.policeOrganization.jurisdictions).toEqual([]);
  });
});

describe('a list of police organisations', () => {
  const LIST = `query ($asOf: LocalDate, $level: PoliceLevel, $name: String) {
    policeOrganizations(asOf: $asOf, level: $level, name: $name) { totalCount nodes { nameVi } }
  }`;

  test.each([
    ['2024-03-31', 5],
    ['2025-02-28', 4],
    ['2025-03-01', 0],
    ['2025-06-30', 0],
  ])('has, on %s, %i at district level', async (asOf, count) => {
    const { data, statements } = await asked.ask(LIST, { asOf, level: 'DISTRICT' });

    expect(data.policeOrganizations.totalCount).toBe(count);
    expect(statements).toBe(2);
  });

  test('is found by name without diacritics, or by the short name', async () => {
    const folded = await asked.ask(LIST, { name: 'cong an tinh bac giang' });
    const short = await asked.ask(LIST, { name: 'BCA' });

    expect(folded.data.policeOrganizations.nodes).toEqual([{ nameVi: 'Công an tỉnh Bắc Giang' }]);
    expect(short.data.policeOrganizations.nodes).toEqual([{ nameVi: 'Bộ Công an' }]);
  });

  test('flags what is the name of many', async () => {
    const { data } = await asked.ask(
      '{ policeOrganizations(name: "các tỉnh thành phố") { nodes { level dataQualityFlags { code } provenance { fact } } } }',
    );

    expect(data.policeOrganizations.nodes).toEqual([
      {
        level: 'PROVINCIAL',
        dataQualityFlags: [{ code: 'COLLECTIVE_NAME' }],
        provenance: [{ fact: 'F004-29' }],
      },
    ]);
  });
});

describe('the public bodies of Bắc Giang', () => {
  const BODIES = `query ($territory: ID, $asOf: LocalDate, $kind: PublicBodyKind) {
    publicBodies(territory: $territory, asOf: $asOf, kind: $kind) {
      totalCount nodes { nameVi validity { to } territory { id } parent { nameVi } }
    }
  }`;
  const territory = idOf('AdministrativeUnit', 'bac-giang');

  test.each([
    ['2025-06-30', 10],
    ['2025-07-01', 0],
  ])('are, on %s, %i', async (asOf, count) => {
    const { data } = await asked.ask(BODIES, { territory, asOf });

    expect(data.publicBodies.totalCount).toBe(count);
  });

  test('include its departments, as units of the People’s Committee', async () => {
    const { data, statements } = await asked.ask(BODIES, { territory, kind: 'DEPARTMENT' });

    expect(data.publicBodies.nodes).toMatchObject([
      {
        nameVi: 'Sở Lao động - Thương binh và Xã hội tỉnh Bắc Giang',
        validity: { to: '2025-07-01' },
        parent: { nameVi: 'Ủy ban nhân dân tỉnh Bắc Giang' },
      },
      { nameVi: 'Sở Tư pháp tỉnh Bắc Giang', territory: { id: territory } },
    ]);
    expect(statements).toBe(3);
  });

  test('are read from the body above them as well', async () => {
    const { data, statements } = await asked.ask(
      `query ($id: ID!) { publicBody(id: $id) { units(asOf: "2024-03-31") { totalCount nodes { kind } } } }`,
      { id: idOf('PublicBody', 'peoples-committee-bac-giang') },
    );

    expect(data.publicBody.units).toEqual({
      totalCount: 3,
      nodes: [{ kind: 'MANAGEMENT_BOARD' }, { kind: 'DEPARTMENT' }, { kind: 'DEPARTMENT' }],
    });
    expect(statements).toBe(3);
  });

  test('include the Steering Committee, whose office is at the police', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { publicBody(id: $id) {
        kind standingAgency { ... on PoliceOrganization { nameVi } } successors { kind to { nameVi } } provenance { fact }
      } }`,
      { id: idOf('PublicBody', 'steering-committee-bac-giang') },
    );

    expect(data.publicBody).toMatchObject({
      kind: 'STEERING_COMMITTEE',
      standingAgency: { nameVi: 'Công an tỉnh Bắc Giang' },
      successors: [{ kind: 'MERGED_INTO' }],
    });
    expect(data.publicBody.provenance[0].fact).toBe('F002-116');
  });

  test('include a department whose end is flagged as unverified', async () => {
    const { data } = await asked.ask(
      'query ($id: ID!) { publicBody(id: $id) { dataQualityFlags { code readings { value } } } }',
      { id: idOf('PublicBody', 'department-of-labour-bac-giang') },
    );

    expect(data.publicBody.dataQualityFlags).toMatchObject([{ code: 'END_DATE_UNVERIFIED' }]);
    expect(data.publicBody.dataQualityFlags[0].readings).toHaveLength(2);
  });
});

describe('a single organisation', () => {
  test.each([
    ['policeOrganization', 'PublicBody', 'government'],
    ['publicBody', 'PoliceOrganization', 'mps'],
  ])('%s refuses the id of a %s', async (field, type, name) => {
    const { data, errors } = await asked.ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, {
      id: idOf(type, name),
    });

    expect(data).toEqual({ [field]: null });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ID' } }]);
  });
});

describe('the officials', () => {
  test('are four, each with an office, its days and what was done in it (Q73)', async () => {
    const { data, statements } = await asked.ask(`{ officials { totalCount nodes { name holdings {
      officeVi rankVi attestedOn { value precision basis } validity { from to fromPrecision }
      organization { __typename ... on PoliceOrganization { nameVi } }
      signedDocuments { nodes { nameVi } } signedAgreements { nodes { ordinal } } activities { nameVi }
      dataQualityFlags { code } provenance { fact }
    } } } }`);
    const [hung, khang, manhHung, lam] = data.officials.nodes;

    expect(data.officials.totalCount).toBe(4);
    expect([hung.name, khang.name, manhHung.name, lam.name]).toEqual([
      'Lê Quốc Hùng',
      'Nguyễn Đình Khang',
      'Nguyễn Mạnh Hùng',
      'Tô Lâm',
    ]);
    expect(hung.holdings[0]).toMatchObject({ officeVi: 'Thứ trưởng Bộ Công an', rankVi: 'Trung tướng' });
    expect(hung.holdings[0].activities).toHaveLength(1);
    expect(khang.holdings).toMatchObject([
      {
        attestedOn: [
          { value: '2023-04-25', basis: 'STATED' },
          { value: '2023-12-22', basis: 'METADATA' },
        ],
        validity: { from: '2023-04-25', to: '2023-12-23', fromPrecision: 'UNKNOWN' },
        signedAgreements: { nodes: [{ ordinal: 2 }] },
        dataQualityFlags: [{ code: 'OFFICE_PERIOD_UNKNOWN' }],
      },
    ]);
    expect(manhHung.holdings).toMatchObject([
      { attestedOn: [{ value: '2024-03-01', precision: 'MONTH' }], signedDocuments: { nodes: [{}] } },
    ]);
    expect(lam.holdings).toMatchObject([
      { organization: { nameVi: 'Bộ Công an' }, signedAgreements: { nodes: [{ ordinal: 2 }] } },
    ]);
    expect(statements).toBe(8);
  });

  test('of the national conference are read from it', async () => {
    const { data } = await asked.ask(
      'query ($id: ID!) { activity(id: $id) { officials { officeVi official { name } } } }',
      { id: idOf('Activity', 'national-conference-2023') },
    );

    expect(data.activity.officials).toHaveLength(3);
    expect(data.activity.officials).toContainEqual({
      officeVi: 'Chủ tịch Tổng LĐLĐ Việt Nam',
      official: { name: 'Nguyễn Đình Khang' },
    });
  });
});

describe('the search', () => {
  const SEARCH = `query ($text: String!, $kinds: [SearchKind!]) {
    searchHits(text: $text, first: 5, kinds: $kinds) { totalCount hits { typename label grade } }
  }`;

  test.each([
    ['Công an tỉnh Bắc Giang', 'PoliceOrganization', 'Công an tỉnh Bắc Giang', 'EXACT'],
    ['so tu phap tinh bac giang', 'PublicBody', 'Sở Tư pháp tỉnh Bắc Giang', 'NORMALISED'],
    ['36/KH-BCĐ', 'Document', 'Kế hoạch số 36/KH-BCĐ', 'EXACT'],
    [
      '03/QC-BCA-TLĐLĐ',
      'Document',
      'Quy chế phối hợp giữa Bộ Công an và Tổng Liên đoàn Lao động Việt Nam năm 2017',
      'ALIAS',
    ],
  ])('for %s finds a %s first', async (text, typename, label, grade) => {
    const { data, statements } = await asked.ask(SEARCH, { text });

    expect(data.searchHits.hits[0]).toEqual({ typename, label, grade });
    expect(statements).toBe(2);
  });

  test('for documents alone leaves organisations out', async () => {
    const { data } = await asked.ask(SEARCH, { text: 'Bắc Giang', kinds: ['DOCUMENT'] });
    const types = new Set(data.searchHits.hits.map((hit: { typename: string }) => hit.typename));

    expect([...types]).toEqual(['Document']);
  });
});
