import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

const FIRST = idOf('CoordinationAgreement', 'regulation-mps-vgcl-2017');
const SECOND = idOf('CoordinationAgreement', 'regulation-mps-vgcl-2023');
const VGCL = idOf('UnionOrganization', 'vgcl');

describe('the coordination regulations of MPS and VGCL', () => {
  const REGULATIONS = `query ($asOf: LocalDate, $party: ID) {
    coordinationAgreements(kind: REGULATION, asOf: $asOf, party: $party) { totalCount nodes {
      id ordinal signedOn { value precision } state
      document { symbol symbolStatus aliases { value source { code } } }
      signatories { officeVi official { name } }
      parties { __typename ... on PoliceOrganization { nameVi } ... on UnionOrganization { id } }
      supersedes { ordinal document { aliases { value } } } supersededBy { ordinal }
    } }
  }`;

  test('are two, each with its day, symbols, signatories and predecessor (Q01)', async () => {
    const { data, statements } = await asked.ask(REGULATIONS);

    expect(data.coordinationAgreements).toMatchObject({
      totalCount: 2,
      nodes: [
        {
          ordinal: 1,
          signedOn: { value: '2017-09-12', precision: 'DAY' },
          document: {
            symbolStatus: 'DISPUTED',
            aliases: [
              { value: '03/QCPH-BCA-TLĐ', source: { code: 'report-c' } },
              { value: '03/QC-BCA-TLĐLĐ', source: { code: 'article-d' } },
            ],
          },
          signatories: [],
          supersedes: null,
          supersededBy: { ordinal: 2 },
        },
        {
          ordinal: 2,
          signedOn: { value: '2023-04-25', precision: 'DAY' },
          document: { symbol: null, symbolStatus: null },
          signatories: [
            { officeVi: 'Bộ trưởng Bộ Công an', official: { name: 'Tô Lâm' } },
            { officeVi: 'Chủ tịch Tổng LĐLĐ Việt Nam', official: { name: 'Nguyễn Đình Khang' } },
          ],
          parties: [
            { __typename: 'PoliceOrganization', nameVi: 'Bộ Công an' },
            { __typename: 'UnionOrganization', id: VGCL },
          ],
          supersedes: { ordinal: 1 },
        },
      ],
    });
    expect(statements).toBe(8);
  });

  test.each([
    ['2017-09-11', []],
    ['2017-09-12', [1]],
    ['2023-04-24', [1]],
    ['2023-04-25', [2]],
    ['2024-03-31', [2]],
  ])('on %s are in force: %j', async (asOf, ordinals) => {
    const { data } = await asked.ask(REGULATIONS, { asOf });

    expect(data.coordinationAgreements.nodes.map((each: { ordinal: number }) => each.ordinal)).toEqual(
      ordinals,
    );
  });

  test('lead from the one in force in March 2024 to both readings of the first', async () => {
    const { data } = await asked.ask(REGULATIONS, { asOf: '2024-03-31' });

    expect(data.coordinationAgreements.nodes[0].supersedes.document.aliases).toEqual([
      { value: '03/QCPH-BCA-TLĐ' },
      { value: '03/QC-BCA-TLĐLĐ' },
    ]);
  });

  test('are those to which the VGCL itself is a party', async () => {
    const { data } = await asked.ask(REGULATIONS, { party: VGCL });

    expect(data.coordinationAgreements.totalCount).toBe(2);
  });

  test('are refused for a malformed party', async () => {
    const { data, errors } = await asked.ask(REGULATIONS, { party: 'vgcl' });

    expect(data).toEqual({ coordinationAgreements: null });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ID' } }]);
  });
});

describe('one agreement', () => {
  const ONE = `query ($id: ID!, $asOf: LocalDate) { coordinationAgreement(id: $id) {
    nameVi duration(asOf: $asOf) { years months days from until certainty }
    tasks { ordinal nameVi trackedBy } dataQualityFlags { code readings { value source { code } } }
    provenance { fact source { code } }
  } }`;

  test('names its three tasks and who keeps track of each (Q64)', async () => {
    const { data, statements } = await asked.ask(ONE, { id: SECOND });

    expect(data.coordinationAgreement.tasks).toMatchObject([
      { ordinal: 1, trackedBy: ['coordination'] },
      { ordinal: 2, trackedBy: ['recognition'] },
      { ordinal: 3, trackedBy: ['coordination', 'union'] },
    ]);
    expect(data.coordinationAgreement.tasks[1].nameVi).toContain('khen thưởng kịp thời');
    expect(facts(data.coordinationAgreement)).toEqual(
      expect.arrayContaining(['F003-13', 'F003-14', 'F003-15']),
    );
    expect(statements).toBe(1);
  });

  test('computes how long it held, beside what the sources say of it', async () => {
    const { data } = await asked.ask(ONE, { id: FIRST });

    expect(data.coordinationAgreement.duration).toEqual({
      years: 5,
      months: 7,
      days: 13,
      from: '2017-09-12',
      until: '2023-04-25',
      certainty: 'DERIVED',
    });
    expect(data.coordinationAgreement.dataQualityFlags).toMatchObject([
      {
        code: 'DURATION_DIFFERS',
        readings: [
          { value: '5 năm', source: { code: 'article-d' } },
          { value: 'hơn 5 năm', source: { code: 'speech-e' } },
        ],
      },
      { code: 'SIGNATORIES_UNKNOWN' },
    ]);
    expect(facts(data.coordinationAgreement)).toEqual(expect.arrayContaining(['F003-07', 'F004-06']));
  });

  test.each([
    ['2024-04-25', { years: 1, months: 0, days: 0 }],
    ['2023-05-24', { years: 0, months: 0, days: 29 }],
  ])('in force is counted up to %s', async (asOf, duration) => {
    const { data } = await asked.ask(ONE, { id: SECOND, asOf });

    expect(data.coordinationAgreement.duration).toMatchObject(duration);
  });

  test('has no length on its first day', async () => {
    const { data } = await asked.ask(ONE, { id: SECOND, asOf: '2023-04-25' });

    expect(data.coordinationAgreement.duration).toBeNull();
  });

  test('without a stated term has no length', async () => {
    const id = idOf('CoordinationAgreement', 'programme-09-ctr-bca-mttq');
    const { data } = await asked.ask(ONE, { id });

    expect(data.coordinationAgreement.duration).toBeNull();
  });

  test('is null for an id that no record has', async () => {
    const { data, errors } = await asked.ask(ONE, { id: idOf('CoordinationAgreement', 'none') });

    expect(errors).toBeUndefined();
    expect(data.coordinationAgreement).toBeNull();
  });
});

function facts(record: { readonly provenance: readonly { readonly fact: string }[] }): readonly string[] {
  return record.provenance.map(({ fact }) => fact);
}
