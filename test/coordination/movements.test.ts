import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

describe('the movements', () => {
  test('are three, each one record with the wordings of its sources', async () => {
    const { data, statements } = await asked.ask(
      '{ movements { nodes { nameVi variants { nameVi source { code } } dataQualityFlags { code } } } }',
    );

    expect(data.movements.nodes).toEqual([
      {
        nameVi: 'Toàn dân bảo vệ an ninh Tổ quốc',
        variants: [
          { nameVi: 'Toàn dân tham gia bảo vệ an ninh Tổ quốc', source: { code: 'report-c' } },
          { nameVi: 'Toàn dân bảo vệ an ninh trật tự', source: { code: 'article-a' } },
        ],
        dataQualityFlags: [{ code: 'NAME_VARIANTS' }],
      },
      {
        nameVi: 'Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư',
        variants: [{ nameVi: 'Toàn dân xây dựng đời sống văn hoá', source: { code: 'report-c' } }],
        dataQualityFlags: [{ code: 'NAME_VARIANTS' }],
      },
      { nameVi: 'Vì an ninh Tổ quốc', variants: [], dataQualityFlags: [] },
    ]);
    expect(statements).toBe(1);
  });

  test.each(['toan dan tham gia', 'Toàn dân xây dựng đời sống văn hóa', 'AN NINH TRAT TU'])(
    'are found by the wording “%s”',
    async (name) => {
      const { data } = await asked.ask('query ($name: String) { movements(name: $name) { totalCount } }', {
        name,
      });

      expect(data.movements.totalCount).toBe(1);
    },
  );
});

describe('the programmes', () => {
  test('of digital transformation keep stage, vision and number of utility groups', async () => {
    const { data, statements } = await asked.ask(
      `{ programmes(kind: DIGITAL_TRANSFORMATION, asOf: "2024-03-31") { nodes {
        nameVi visionYear componentGroups { value unit } validity { from to toPrecision }
        owner { ... on PublicBody { nameVi } } provenance { fact }
      } } }`,
    );

    const validity = { from: '2022-01-01', to: '2026-01-01', toPrecision: 'YEAR' };
    expect(data.programmes.nodes).toMatchObject([
      { nameVi: 'Chuyển đổi số quốc gia', visionYear: 2030, componentGroups: null, owner: null, validity },
      {
        nameVi: 'Đề án 06',
        componentGroups: { value: 5, unit: 'utility groups' },
        owner: { nameVi: expect.any(String) },
        provenance: [{ fact: 'F000-27' }],
        validity,
      },
    ]);
    expect(statements).toBe(2);
  });

  test('are over when their stage is', async () => {
    const { data } = await asked.ask(
      '{ programmes(kind: DIGITAL_TRANSFORMATION, asOf: "2026-01-01") { totalCount } }',
    );

    expect(data.programmes.totalCount).toBe(0);
  });
});
