import { MembershipStatistic } from '../../subgraphs/union/statistic/membership-statistic.entity.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf, keyIn, unionId, unitId, written } from './a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const BAC_GIANG = unionId('ldld-bac-giang');

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

describe('Bắc Giang on 31 March 2024', () => {
  test('has its members and industrial-park workers, with their sources', async () => {
    const { data, errors, statements } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) { nameVi
        membershipStatistics(asOf: "2024-03-31", metric: MEMBERS) { nodes {
          quantity { value comparator unit text } asOf { value precision }
          unit { nameVi } organization { id } provenance { fact quote sourceStatus source { code } } } }
        workforceStatistics(asOf: "2024-03-31", metric: WORKERS) { nodes {
          sector quantity { value } provenance { fact } } }
      } }`,
      { id: BAC_GIANG },
    );

    expect(errors).toBeUndefined();
    expect(data.unionOrganization).toEqual({
      nameVi: 'Liên đoàn Lao động tỉnh Bắc Giang',
      membershipStatistics: {
        nodes: [
          {
            quantity: {
              value: 288396,
              comparator: 'EXACT',
              unit: 'persons',
              text: '288.396 đoàn viên công đoàn',
            },
            asOf: { value: '2024-03-01', precision: 'MONTH' },
            unit: { nameVi: 'Tỉnh Bắc Giang' },
            organization: { id: BAC_GIANG },
            provenance: [
              {
                fact: 'F002-09',
                quote: '288.396 đoàn viên công đoàn',
                sourceStatus: 'UNNUMBERED_REPORT',
                source: { code: 'report-c' },
              },
              {
                fact: 'F002-10',
                quote: 'tăng 162.957 người so với năm 2014',
                sourceStatus: 'UNNUMBERED_REPORT',
                source: { code: 'report-c' },
              },
            ],
          },
        ],
      },
      workforceStatistics: {
        nodes: [
          {
            sector: 'INDUSTRIAL_PARK',
            quantity: { value: 185000 },
            provenance: [{ fact: 'F002-11' }, { fact: 'F002-12' }],
          },
        ],
      },
    });
    expect(statements).toBe(4);
  });

  test.each([
    ['2024-02-29', 0],
    ['2024-03-01', 2],
  ])('has %2$i membership figures by %1$s', async (day, count) => {
    const { data } = await asked.ask(
      `query ($unit: ID!, $day: LocalDate!) { membershipStatistics(unit: $unit, asOf: $day) { totalCount } }`,
      { unit: unitId('bac-giang'), day },
    );

    expect(data.membershipStatistics.totalCount).toBe(count);
  });
});

describe('membership', () => {
  const MEMBERSHIP = `query ($unit: ID!) { administrativeUnit(id: $unit) { membershipStatistics { nodes {
    metric quantity { value } change { value text } changeSince { value precision }
    baseValue { value comparator unit formula } remainder { value formula } remainderAtBase { value formula }
    percentOfWhole { value unit formula } whole { metric }
    dataQualityFlags { code severity messageEn readings { value source { code } } }
  } } } }`;

  async function figures(): Promise<readonly Record<string, never>[]> {
    const { data } = await asked.ask(MEMBERSHIP, { unit: unitId('bac-giang') });
    return data.administrativeUnit.membershipStatistics.nodes;
  }

  test('gives the values of 2014 as computed from the stated rises', async () => {
    const found = Object.fromEntries((await figures()).map((each) => [each['metric'], each]));

    expect(found['MEMBERS_AND_WORKERS']).toMatchObject({
      quantity: { value: 301398 },
      change: { value: 162633, text: 'tăng 162.633 người' },
      changeSince: { value: '2014-01-01', precision: 'YEAR' },
      baseValue: { value: 138765, comparator: 'EXACT', unit: 'persons', formula: '301398 − 162633' },
      whole: null,
      remainder: null,
    });
    expect(found['MEMBERS']).toMatchObject({
      change: { value: 162957 },
      baseValue: { value: 125439 },
      whole: { metric: 'MEMBERS_AND_WORKERS' },
    });
  });

  test('explains by the non-members why members rose by more than the whole', async () => {
    const members = (await figures()).find(({ metric }) => metric === 'MEMBERS');

    expect(members).toMatchObject({
      remainder: { value: 13002, formula: '301398 − 288396' },
      remainderAtBase: { value: 13326, formula: '138765 − 125439' },
      percentOfWhole: { value: 95.69, unit: 'percent', formula: '288396 ÷ 301398 × 100' },
    });
  });

  test('carries the check of both rises, with both readings and what was computed', async () => {
    const flags = (await figures()).map(({ dataQualityFlags }) => dataQualityFlags);

    expect(flags[0]).toEqual(flags[1]);
    expect(flags[0]).toMatchObject([
      {
        code: 'CHECKED',
        severity: 'INFO',
        readings: [
          {
            value: 'đoàn viên và người lao động tăng 162.633 người',
            source: { code: 'report-c' },
          },
          { value: 'đoàn viên tăng 162.957 người', source: { code: 'report-c' } },
          { value: 'người lao động chưa là đoàn viên: 13.326 → 13.002', source: null },
        ],
      },
    ]);
  });
});

describe('the workforce', () => {
  test('has its figures of 2024, the change since 2014, and what follows from both', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { workforceStatistics(organization: $id, since: "2024-01-01") { nodes {
        metric sector quantity { value comparator unit } baseValue { value } rise { value unit formula }
        earlier { quantity { value } asOf { value precision } provenance { fact } } } } }`,
      { id: BAC_GIANG },
    );
    const found = Object.fromEntries(
      data.workforceStatistics.nodes.map((each: Record<string, string>) => [
        `${each['metric']} ${each['sector']}`,
        each,
      ]),
    );

    expect(found).toMatchObject({
      'WORKERS INDUSTRIAL_PARK': { quantity: { value: 185000 }, baseValue: { value: 69000 }, rise: null },
      'TRAINED_LABOUR_SHARE ALL': {
        quantity: { value: 76, unit: 'percent' },
        rise: { value: 32, unit: 'percentage points', formula: '76 − 44' },
        earlier: {
          quantity: { value: 44 },
          asOf: { value: '2014-01-01', precision: 'YEAR' },
          provenance: [{ fact: 'F002-14' }],
        },
      },
      'AVERAGE_MONTHLY_WAGE PUBLIC_SERVICE': { quantity: { value: 7000000, comparator: 'ABOUT' } },
      'AVERAGE_MONTHLY_WAGE ENTERPRISE': { quantity: { value: 8000000, comparator: 'EXACT' } },
    });
    expect(Object.keys(found)).toHaveLength(4);
  });

  test('lists the latest figure first, or the earliest when asked', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) {
        latest: workforceStatistics(metric: TRAINED_LABOUR_SHARE) { nodes { quantity { value } } }
        earliest: workforceStatistics(metric: TRAINED_LABOUR_SHARE, direction: ASC) { nodes { quantity { value } } } } }`,
      { id: BAC_GIANG },
    );
    const { latest, earliest } = data.unionOrganization;

    expect(latest.nodes.map(({ quantity }: { quantity: object }) => quantity)).toEqual([
      { value: 76 },
      { value: 44 },
    ]);
    expect(earliest.nodes).toEqual(latest.nodes.toReversed());
  });
});

describe('welfare', () => {
  test('is known in words only, with the programmes that gave it', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) { welfareStatistics { nodes {
        metric quantity { value comparator text } baseValue { value } programmes { nameVi } } } } }`,
      { id: BAC_GIANG },
    );
    const found = data.unionOrganization.welfareStatistics.nodes.toSorted(
      (one: { metric: string }, other: { metric: string }) => (one.metric < other.metric ? -1 : 1),
    );

    expect(found).toMatchObject([
      {
        metric: 'AMOUNT',
        quantity: { value: null, comparator: 'ORDER_OF_MAGNITUDE', text: 'hàng tỷ đồng' },
        baseValue: null,
      },
      {
        metric: 'BENEFICIARIES',
        quantity: { value: null, comparator: 'ORDER_OF_MAGNITUDE', text: 'hàng chục nghìn' },
      },
    ]);
    expect(found[0].programmes).toHaveLength(5);
  });
});

describe('what was known', () => {
  test('before the first data were recorded is nothing', async () => {
    const { data } = await asked.ask(
      `{ before: membershipStatistics(asKnownOn: "2020-01-01") { totalCount nodes { id } }
         after: membershipStatistics(asKnownOn: "2100-01-01") { totalCount } }`,
    );

    expect(data).toEqual({ before: { totalCount: 0, nodes: [] }, after: { totalCount: 2 } });
  });
});

describe('a figure', () => {
  const quantity = { value: 1, comparator: 'EXACT', unit: 'persons', text: null };
  const march = { value: '2024-03-01', precision: 'MONTH', basis: 'STATED' };

  test.each([
    ['unit', unitId('bac-ninh-2025')],
    ['organization', unionId('ldld-bac-ninh-2025')],
  ])('is refused when its %s did not exist on its date', async (scope, id) => {
    const row = { metric: 'MEMBERS', quantity, asOf: march, [scope]: keyIn(id) };

    await expect(written(asked, MembershipStatistic, [row])).rejects.toThrow('did not exist on its date');
  });

  test('of the last known month of a unit is taken', async () => {
    const june = { value: '2025-06-01', precision: 'MONTH', basis: 'STATED' };
    const row = { metric: 'MEMBERS', quantity, asOf: june, unit: keyIn(unitId('bac-ninh')) };

    await expect(written(asked, MembershipStatistic, [row])).resolves.toHaveLength(1);
  });

  test('is not computed with a whole of another date', async () => {
    const whole = keyIn(idOf('MembershipStatistic', 'bac-giang-2024-03-members-and-workers'));
    const april = { ...march, value: '2024-04-01' };
    const unit = keyIn(unitId('bac-giang'));
    await written(asked, MembershipStatistic, [{ metric: 'MEMBERS', quantity, asOf: april, whole, unit }]);

    const { data } = await asked.ask(
      `query ($unit: ID!) { membershipStatistics(unit: $unit, since: "2024-04-01") { nodes {
        whole { quantity { value } } remainder { value } remainderAtBase { value } percentOfWhole { value } } } }`,
      { unit: unitId('bac-giang') },
    );

    expect(data.membershipStatistics.nodes).toEqual([
      {
        whole: { quantity: { value: 301398 } },
        remainder: null,
        remainderAtBase: null,
        percentOfWhole: null,
      },
    ]);
  });
});
