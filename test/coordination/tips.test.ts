import { connected } from '../../gateway/embedded/postgres/client.js';
import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { entriesOf, idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

describe('the tips of the nation', () => {
  const TIPS = `{ tipStatistics(scope: NATION) { totalCount nodes {
    scope place { id } period { from to precision text }
    tips { value comparator } valuable { value comparator } casesBand { value comparator text }
    provenance { source { code } fact } dataQualityFlags { code readings { source { code } } }
  } } }`;

  test('are counted once, though two articles report them', async () => {
    const { data, statements } = await asked.ask(TIPS);

    expect(data.tipStatistics).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          scope: 'NATION',
          place: null,
          period: { from: '2018-01-01', to: '2023-12-31', precision: 'YEAR' },
          tips: { value: 20_000, comparator: 'MORE_THAN' },
          valuable: { value: 10_000, comparator: 'NEARLY' },
          casesBand: { value: null, comparator: 'ORDER_OF_MAGNITUDE', text: 'hàng ngàn vụ việc' },
          dataQualityFlags: [
            {
              code: 'SAME_FIGURE_TWICE',
              readings: [{ source: { code: 'article-a' } }, { source: { code: 'article-b' } }],
            },
          ],
        },
      ],
    });
    expect(statements).toBe(2);
  });

  test('name both articles, with the wording of each figure', async () => {
    const { data } = await asked.ask(TIPS);

    const [{ provenance }] = data.tipStatistics.nodes;
    const cited = Map.groupBy(
      provenance as { source: { code: string }; fact: string }[],
      ({ source }) => source.code,
    );
    expect([...cited].map(([code, facts]) => [code, ...facts.map(({ fact }) => fact)])).toEqual([
      ['article-a', 'F000-13', 'F000-14', 'F000-15', 'F000-32'],
      ['article-b', 'F001-08', 'F001-09', 'F001-10', 'F001-21'],
    ]);
  });

  test('were not known before they were recorded', async () => {
    const { data } = await asked.ask('{ tipStatistics(asKnownOn: "2020-01-01") { totalCount } }');

    expect(data.tipStatistics.totalCount).toBe(0);
  });
});

describe('the tips of a place', () => {
  test('are an empty page for a province without a published figure', async () => {
    const { data, errors, statements } = await asked.entities(
      'AdministrativeUnit',
      [{ id: idOf('AdministrativeUnit', 'bac-giang'), level: 'PROVINCE' }],
      'tipStatistics { totalCount nodes { scope } }',
    );

    expect(errors).toBeUndefined();
    expect(data._entities[0].tipStatistics).toEqual({ totalCount: 0, nodes: [] });
    expect(statements).toBe(2);
  });

  test.each([
    ['thi-xa-viet-yen', 'DISTRICT'],
    ['bac-ninh-phuong-nenh', 'COMMUNE'],
  ])('are refused for %s, a %s, in both languages', async (key, level) => {
    const { data, errors, statements } = await asked.entities(
      'AdministrativeUnit',
      [{ id: idOf('AdministrativeUnit', key), level }],
      'tipStatistics { totalCount }',
    );

    expect(data._entities).toEqual([{ tipStatistics: null }]);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('province'),
        extensions: {
          code: 'GRANULARITY_NOT_AVAILABLE',
          messageVi: expect.stringContaining('tỉnh'),
          level,
          available: ['NATION', 'PROVINCE'],
        },
      },
    ]);
    expect(statements).toBe(0);
  });

  test('in the first data is never one below the province', () => {
    const levels = new Map(entriesOf('union', 'AdministrativeUnit').map(({ key, level }) => [key, level]));
    const places = entriesOf('coordination', 'TipStatistic').flatMap(({ place }) => place ?? []);

    expect(places.filter((place) => levels.get(place) !== 'PROVINCE')).toEqual([]);
  });
});

describe('the database', () => {
  test.each([
    ['a district', "'DISTRICT'", "'AdministrativeUnit:x'", YEARS('2018-01-01', '2023-12-31'), 'scope'],
    ['a province without a place', "'PROVINCE'", 'null', YEARS('2018-01-01', '2023-12-31'), 'scope'],
    [
      'the nation with a place',
      "'NATION'",
      "'AdministrativeUnit:x'",
      YEARS('2018-01-01', '2023-12-31'),
      'scope',
    ],
    ['less than a year', "'NATION'", 'null', YEARS('2023-01-01', '2023-12-30'), 'period'],
  ])('refuses tips of %s', async (_, scope, place, period, constraint) => {
    const write = connected(asked.databaseUrl, (client) =>
      client.query(
        `insert into tip_statistic (key, version, recorded_at, scope, place, period, tips)
         values (gen_random_uuid(), 1, now(), ${scope}, ${place}, '${period}', '{}')`,
      ),
    );

    await expect(write).rejects.toMatchObject({
      code: '23514',
      constraint: expect.stringContaining(constraint),
    });
  });
});

function YEARS(from: string, to: string): string {
  return JSON.stringify({ from, to });
}
