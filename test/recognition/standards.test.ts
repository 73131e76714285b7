import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { FEDERATION, idOf } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

describe('the standards', () => {
  test('are four, none of them for families', async () => {
    const { data } = await asked.ask('{ recognitionStandards { nodes { code subjectKinds } } }');

    const codes = data.recognitionStandards.nodes.map(({ code }: { code: string }) => code);
    expect(codes.toSorted()).toEqual([
      'AN_TOAN_VE_ANTT',
      'DAT_CHUAN_VAN_HOA',
      'KHONG_TOI_PHAM_TE_NAN',
      'NHA_TRO_CONG_NHAN_AN_TOAN_VAN_MINH',
    ]);
  });

  test('keep lodging houses and lodging quarters apart, and show both readings', async () => {
    const { data } = await asked.ask(
      `query ($territory: ID!) { recognitionStandards(territory: $territory) { nodes {
        subjectKinds territory { id } legalBases { id } dataQualityFlags { code readings { value } } } } }`,
      { territory: idOf('AdministrativeUnit', 'bac-giang') },
    );

    const [standard] = data.recognitionStandards.nodes;
    expect(standard).toMatchObject({
      subjectKinds: ['LODGING_HOUSE', 'LODGING_QUARTER'],
      territory: { id: idOf('AdministrativeUnit', 'bac-giang') },
      legalBases: [{ id: idOf('Document', 'scheme-safe-lodging-bac-giang') }],
    });
    expect(standard.dataQualityFlags).toContainEqual({
      code: 'SUBJECT_KIND_VARIES',
      readings: [{ value: 'nhà trọ' }, { value: 'khu nhà trọ' }],
    });
  });

  test.each([
    ['2022-02-09', 0],
    ['2022-02-10', 1],
  ])('on security and order hold from 10 February 2022: on %s there are %i', async (asOf, count) => {
    const { data } = await asked.ask(
      'query ($asOf: LocalDate) { recognitionStandards(code: "AN_TOAN_VE_ANTT", asOf: $asOf) { totalCount } }',
      { asOf },
    );

    expect(data.recognitionStandards.totalCount).toBe(count);
  });

  test('are found by another wording of the name', async () => {
    const { data } = await asked.ask('{ recognitionStandards(name: "khu nha tro") { nodes { nameVi } } }');

    expect(data.recognitionStandards.nodes).toEqual([{ nameVi: 'Nhà trọ công nhân an toàn, văn minh' }]);
  });

  test('that the federation strives for from 2024 are two', async () => {
    const { data, statements } = await asked.entities(
      'UnionOrganization',
      [{ id: FEDERATION }],
      'standardTargets(asOf: "2024-03-31") { totalCount nodes { standard { code } provenance { fact } } }',
    );

    const { totalCount, nodes } = data._entities[0].standardTargets;
    expect(totalCount).toBe(2);
    expect(nodes).toEqual(
      expect.arrayContaining([
        { standard: { code: 'AN_TOAN_VE_ANTT' }, provenance: [{ fact: 'F002-108' }] },
        { standard: { code: 'DAT_CHUAN_VAN_HOA' }, provenance: [{ fact: 'F002-108' }] },
      ]),
    );
    expect(statements).toBe(3);
  });

  test('were not yet strived for in 2023', async () => {
    const { data } = await asked.entities(
      'UnionOrganization',
      [{ id: FEDERATION }],
      'standardTargets(asOf: "2023-12-31") { totalCount }',
    );

    expect(data._entities[0].standardTargets.totalCount).toBe(0);
  });
});
