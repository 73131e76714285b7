import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { FEDERATION, idOf, MPS, PEOPLES_COMMITTEE } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

describe('the awards of the national conference', () => {
  test('are 140, never split, on a day whose year is inferred', async () => {
    const { data, statements } = await asked.entities(
      'Activity',
      [{ id: idOf('Activity', 'national-conference-2023') }],
      `recognitionBatches { totalCount nodes { kind recipientSide count { value unit } stage { from to }
        conferredAt { value precision basis } presentedByVi authority { ... on PoliceOrganization { id } }
        movement { id } dataQualityFlags { code } provenance { fact certainty } } }`,
    );

    expect(data._entities[0].recognitionBatches).toEqual({
      totalCount: 1,
      nodes: [
        {
          kind: 'MIXED',
          recipientSide: 'UNION',
          count: { value: 140, unit: 'individuals and collectives' },
          stage: { from: 2018, to: 2023 },
          conferredAt: { value: '2023-12-22', precision: 'DAY', basis: 'METADATA' },
          presentedByVi: 'Ban tổ chức hội nghị',
          authority: { id: MPS },
          movement: { id: idOf('Movement', 'toan-dan-bao-ve-an-ninh-to-quoc') },
          dataQualityFlags: [
            { code: 'NOT_SPLIT' },
            { code: 'YEAR_INFERRED' },
            { code: 'RECIPIENT_INFERRED' },
            { code: 'SIGNING_AUTHORITY_NOT_NAMED' },
          ],
          provenance: [
            ...['F001-19', 'F001-05', 'F001-20', 'F004-27'].map((fact) => ({ fact, certainty: 'STATED' })),
            { fact: 'F001-19', certainty: 'INFERRED' },
            { fact: 'F001-19', certainty: 'INFERRED' },
          ],
        },
      ],
    });
    expect(statements).toBe(2);
  });
});

describe('the proposals of the federation in 2023', () => {
  test('are 3 individuals to the ministry and 5 enterprises to the committee, of unknown outcome', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { recognitionBatches(proposedBy: $id, status: PROPOSED, year: 2023) { nodes {
        form { nameVi } authorityOfficeVi kind count { value } outcome conferredAt { value } proposedAt { value precision }
        authority { ... on PublicBody { id } ... on PoliceOrganization { id } } } } }`,
      { id: FEDERATION },
    );

    const common = {
      form: { nameVi: 'Bằng khen' },
      outcome: 'UNKNOWN',
      conferredAt: null,
      proposedAt: { value: '2023-01-01', precision: 'YEAR' },
    };
    expect(data.recognitionBatches.nodes).toHaveLength(2);
    expect(data.recognitionBatches.nodes).toEqual(
      expect.arrayContaining([
        {
          ...common,
          authorityOfficeVi: 'Bộ Công an',
          authority: { id: MPS },
          kind: 'INDIVIDUAL',
          count: { value: 3 },
        },
        {
          ...common,
          authorityOfficeVi: 'Ủy ban nhân dân tỉnh Bắc Giang',
          authority: { id: PEOPLES_COMMITTEE },
          kind: 'ENTERPRISE',
          count: { value: 5 },
        },
      ]),
    );
  });

  test('are reached from the federation, and are not what the authorities gave', async () => {
    const union = await asked.entities(
      'UnionOrganization',
      [{ id: FEDERATION }],
      'recognitionsProposed(year: 2023) { totalCount }',
    );
    const committee = await asked.entities(
      'PublicBody',
      [{ id: PEOPLES_COMMITTEE }],
      'recognitionsGiven { totalCount }',
    );

    expect(union.data._entities[0].recognitionsProposed.totalCount).toBe(2);
    expect(committee.data._entities[0].recognitionsGiven.totalCount).toBe(0);
  });
});
