import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { FEDERATION, idOf, MPS, PROVINCIAL_POLICE } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

const RULES = `query ($form: String, $authority: ID, $kind: AwardAuthorityKind, $asOf: LocalDate) {
  awardAuthorityRules(form: $form, authority: $authority, authorityKind: $kind, asOf: $asOf) {
    totalCount nodes { authorityKind officeVi validity { from to } legalBases { id } dataQualityFlags { code } } } }`;

describe('the authority to award', () => {
  test.each([
    ['2023-12-31', 'award-law-2003'],
    ['2024-01-01', 'award-law-2022'],
  ])('of the minister rests on %s on %s', async (asOf, law) => {
    const { data } = await asked.ask(RULES, { form: 'BANG_KHEN', authority: MPS, asOf });

    expect(data.awardAuthorityRules.nodes).toMatchObject([
      { officeVi: 'Bộ trưởng Bộ Công an', legalBases: [{ id: idOf('Document', law) }] },
    ]);
  });

  test.each([
    ['2019-11-11', []],
    ['2019-11-12', ['regulation-1689-qd-tld']],
    ['2024-05-28', ['regulation-1689-qd-tld']],
    ['2024-05-29', ['regulation-999-qd-tld']],
  ])('of a provincial federation to give certificates of merit on %s rests on %j', async (asOf, bases) => {
    const { data } = await asked.ask(RULES, { authority: FEDERATION, asOf });

    expect(data.awardAuthorityRules.nodes.map(legalBasesOf)).toEqual(
      bases.map((basis) => [idOf('Document', basis)]),
    );
  });

  test.each([
    ['2025-06-30', 1],
    ['2025-07-01', 0],
  ])('of district chairmen ends with the districts: on %s there are %i', async (asOf, count) => {
    const { data } = await asked.ask(RULES, { kind: 'DISTRICT_PEOPLES_COMMITTEE', asOf });

    expect(data.awardAuthorityRules.totalCount).toBe(count);
  });

  test('of a provincial police director is the certificate of commendation alone', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { awardAuthorityRules(authority: $id, asOf: "2023-12-22") { nodes { form { code } recipientKinds } } }`,
      { id: PROVINCIAL_POLICE },
    );

    expect(data.awardAuthorityRules.nodes).toEqual([
      { form: { code: 'GIAY_KHEN' }, recipientKinds: ['COLLECTIVE', 'INDIVIDUAL'] },
    ]);
  });

  test('leaves unverified limits empty and says so', async () => {
    const { data } = await asked.ask(`{ awardAuthorityRules(first: 100) { nodes {
      consultationRequired quorum voteThreshold deadlines { step workingDays } certainty dataQualityFlags { code } } } }`);

    expect(data.awardAuthorityRules.nodes).toHaveLength(17);
    for (const rule of data.awardAuthorityRules.nodes) {
      expect(rule).toMatchObject({
        consultationRequired: null,
        quorum: null,
        voteThreshold: null,
        deadlines: null,
        certainty: 'EXTERNAL_UNVERIFIED',
      });
      expect(rule.dataQualityFlags).toContainEqual({ code: 'LIMITS_UNVERIFIED' });
    }
  });

  test('to give the commemorative medal begins on 28 April 2025, once per person', async () => {
    const { data } = await asked.ask(`{ awardAuthorityRules(form: "KY_NIEM_CHUONG") { nodes {
      awardTitleVi oncePerRecipient recipientKinds validity { from to } } } }`);

    expect(data.awardAuthorityRules.nodes).toEqual([
      {
        awardTitleVi: 'Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”',
        oncePerRecipient: true,
        recipientKinds: ['INDIVIDUAL'],
        validity: { from: '2025-04-28', to: null },
      },
    ]);
  });
});

describe('the forms of award', () => {
  test('are listed by rank, forms of commendation before titles', async () => {
    const { data } = await asked.ask('{ awardForms { nodes { code category rankOrder } } }');

    const codes = data.awardForms.nodes.map(({ code }: { code: string }) => code);
    expect(codes.slice(0, 10)).toEqual([
      'HUAN_CHUONG',
      'HUY_CHUONG',
      'DANH_HIEU_VINH_DU',
      'GIAI_THUONG',
      'KY_NIEM_CHUONG',
      'BANG_KHEN',
      'GIAY_KHEN',
      'CO_THI_DUA',
      'CHIEN_SI_THI_DUA',
      'TAP_THE_LAO_DONG_XUAT_SAC',
    ]);
    expect(data.awardForms.nodes.filter(({ category }: Form) => category === 'COMMENDATION')).toHaveLength(7);
  });

  test('lead to the rules of a day in two statements for all of them', async () => {
    const { data, statements } = await asked.ask(
      '{ awardForms(category: COMMENDATION) { nodes { code authorityRules(asOf: "2024-03-31") { nodes { officeVi } } } } }',
    );

    const { nodes } = data.awardForms;
    expect(nodes.find(({ code }: Form) => code === 'BANG_KHEN').authorityRules.nodes).toHaveLength(4);
    expect(nodes.find(({ code }: Form) => code === 'HUAN_CHUONG').authorityRules.nodes).toEqual([]);
    expect(statements).toBe(2);
  });

  test('are found by a name without diacritics', async () => {
    const { data } = await asked.ask('{ awardForms(name: "bang khen") { nodes { nameVi } } }');

    expect(data.awardForms.nodes).toEqual([{ nameVi: 'Bằng khen' }]);
  });
});

interface Form {
  readonly code: string;
  readonly category: string;
}

function legalBasesOf({ legalBases }: { legalBases: readonly { id: string }[] }): readonly string[] {
  return legalBases.map(({ id }) => id);
}
