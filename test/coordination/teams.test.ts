import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

const FIGURES = `teamStatistics(asOf: "2024-03-31") { totalCount nodes {
  kind count { value comparator unit text } localityCount { value } asOf { value precision basis }
  place { id } organization { id } provenance { fact sourceStatus } dataQualityFlags { code readings { source { code } } }
} }`;

describe('the figures on self-managed teams', () => {
  test('are 68 for the federation of Bắc Giang in March 2024, from an unnumbered report', async () => {
    const { data, statements } = await asked.entities(
      'UnionOrganization',
      [{ id: idOf('UnionOrganization', 'ldld-bac-giang') }],
      FIGURES,
    );

    expect(data._entities[0].teamStatistics).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          kind: 'LODGING_QUARTER',
          count: { value: 68, comparator: 'EXACT', unit: 'teams' },
          localityCount: null,
          asOf: { value: '2024-03-01', precision: 'MONTH' },
          place: { id: idOf('AdministrativeUnit', 'bac-giang') },
          provenance: [{ fact: 'F002-76', sourceStatus: 'UNNUMBERED_REPORT' }],
        },
      ],
    });
    expect(statements).toBe(2);
  });

  test('are 3,184 in 23 localities for the nation, never spread over provinces', async () => {
    const { data } = await asked.entities(
      'UnionOrganization',
      [{ id: idOf('UnionOrganization', 'vgcl') }],
      FIGURES,
    );

    expect(data._entities[0].teamStatistics.nodes).toMatchObject([
      {
        count: { value: 3_184, text: 'tổng số 3.184 mô hình' },
        localityCount: { value: 23 },
        asOf: { value: '2023-12-01', basis: 'INFERRED' },
        place: null,
        dataQualityFlags: [
          {
            code: 'NOT_DISTRIBUTED',
            readings: [{ source: { code: 'speech-e' } }, { source: { code: 'report-c' } }],
          },
          { code: 'TEAM_KINDS_WORDED_ALIKE' },
        ],
      },
    ]);
  });

  test('of a place are its own alone', async () => {
    const { data, statements } = await asked.entities(
      'AdministrativeUnit',
      ['bac-giang', 'bac-ninh', 'ha-noi'].map((key) => ({
        id: idOf('AdministrativeUnit', key),
        level: 'PROVINCE',
      })),
      'teamStatistics { nodes { count { value } } }',
    );

    expect(data._entities).toEqual([
      { teamStatistics: { nodes: [{ count: { value: 68 } }] } },
      { teamStatistics: { nodes: [] } },
      { teamStatistics: { nodes: [] } },
    ]);
    expect(statements).toBe(1);
  });

  test.each([
    ['asOf: "2023-11-30"', []],
    ['asOf: "2024-02-29"', [3_184]],
    ['asOf: "2024-03-31"', [68, 3_184]],
    ['', [68, 3_184]],
    ['kind: WORKPLACE', []],
    ['asKnownOn: "2020-01-01"', []],
  ])('asked with %s are %p, the latest first', async (args, counts) => {
    const field = args ? `teamStatistics(${args})` : 'teamStatistics';
    const { data } = await asked.ask(`{ ${field} { nodes { count { value } } } }`);

    expect(data.teamStatistics.nodes.map(({ count }: { count: { value: number } }) => count.value)).toEqual(
      counts,
    );
  });
});

describe('the self-managed teams', () => {
  test('are none in the first data, since no source names one', async () => {
    const { data } = await asked.ask(
      '{ teams(kind: LODGING_QUARTER, state: ACTIVE) { totalCount nodes { id } } }',
    );

    expect(data.teams).toEqual({ totalCount: 0, nodes: [] });
  });

  test('of a union are an empty page, and an unknown team is null', async () => {
    const { data } = await asked.entities(
      'UnionOrganization',
      [{ id: idOf('UnionOrganization', 'ldld-bac-giang') }],
      'teams { totalCount }',
    );
    const unknown = await asked.ask('query ($id: ID!) { team(id: $id) { id } }', {
      id: idOf('SelfManagedTeam', 'none'),
    });

    expect(data._entities[0].teams.totalCount).toBe(0);
    expect(unknown.data.team).toBeNull();
  });
});
