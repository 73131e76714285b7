import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { FEDERATION, MPS, PROVINCIAL_POLICE } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

describe('the statistics of recognitions', () => {
  test('count what the agencies gave each other per authority, form and year', async () => {
    const { data, statements } = await asked.ask(`{
      recognitionStatistics(year: 2023, status: CONFERRED, crossAgencyOnly: true) { totalCount nodes {
        authority { ... on UnionOrganization { id } ... on PoliceOrganization { id } }
        authorityOfficeVi form { code } year count { value formula } certainty } } }`);

    const common = { year: 2023, certainty: 'DERIVED' };
    expect(data.recognitionStatistics.totalCount).toBe(3);
    expect(data.recognitionStatistics.nodes).toEqual(
      expect.arrayContaining([
        {
          ...common,
          authority: { id: MPS },
          authorityOfficeVi: 'Bộ Công an',
          form: { code: 'BANG_KHEN' },
          count: { value: 140, formula: '140' },
        },
        {
          ...common,
          authority: { id: PROVINCIAL_POLICE },
          authorityOfficeVi: 'Giám đốc Công an tỉnh Bắc Giang',
          form: { code: 'GIAY_KHEN' },
          count: { value: 35, formula: '29 + 6' },
        },
        {
          ...common,
          authority: { id: FEDERATION },
          authorityOfficeVi: 'Liên đoàn Lao động tỉnh Bắc Giang',
          form: { code: 'BANG_KHEN' },
          count: { value: 21, formula: '18 + 3' },
        },
      ]),
    );
    expect(statements).toBe(3);
  });

  test('never add proposals to what was conferred', async () => {
    const { data } = await asked.ask(
      'query ($id: ID!) { recognitionStatistics(authority: $id) { nodes { status count { value } } } }',
      { id: MPS },
    );

    expect(data.recognitionStatistics.nodes).toEqual([
      { status: 'CONFERRED', count: { value: 140 } },
      { status: 'PROPOSED', count: { value: 3 } },
    ]);
  });

  test('are read in pages, forward and backward, in one order', async () => {
    const all = await page('first: 100');
    const start = await page('first: 2');
    const rest = await page(`first: 5, after: "${start.pageInfo.endCursor}"`);
    const back = await page(`last: 5, before: "${rest.pageInfo.startCursor}"`);

    expect([...start.nodes, ...rest.nodes]).toEqual(all.nodes);
    expect(back.nodes).toEqual(start.nodes);
    expect(start.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('are empty for a year and for a day of knowledge without recognitions', async () => {
    const { data } = await asked.ask(
      '{ year: recognitionStatistics(year: 2022) { totalCount nodes { year } } known: recognitionStatistics(asKnownOn: "2020-01-01") { totalCount } }',
    );

    expect(data).toEqual({ year: { totalCount: 0, nodes: [] }, known: { totalCount: 0 } });
  });

  test('tell in any page, and from what is known of them, what they tell in one', async () => {
    const group =
      'edges { cursor node { authorityOfficeVi year status batchCount count { value comparator formula } } }';
    const { data } = await asked.ask(`{ all: recognitionStatistics { totalCount ${group} }
      known: recognitionStatistics(asKnownOn: "2099-01-01") { totalCount ${group} } }`);
    const { edges, totalCount } = data.all;

    expect(edges).toHaveLength(totalCount);
    expect(data.known).toEqual(data.all);
    for (const [index, { cursor }] of edges.entries()) {
      const next = await asked.ask(`{ recognitionStatistics(first: 1, after: "${cursor}") { ${group} } }`);
      expect(next.data.recognitionStatistics.edges).toEqual(edges.slice(index + 1, index + 2));
    }
  });
});

async function page(args: string) {
  const { data } = await asked.ask(
    `{ recognitionStatistics(${args}) { nodes { authorityOfficeVi status } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
  );
  return data.recognitionStatistics;
}
