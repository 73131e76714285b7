import { byCount, codes, only, theExamples, type Data } from '../support/examples.js';
import { describe, expect, test } from '@jest/globals';

const { answerTo } = theExamples();

describe('the example questions about figures', () => {
  test('Q10: the tips are counted once, with two sources', async () => {
    const { totalCount, nodes } = (await answerTo('Q10')).tipStatistics;
    const tips = only<Data>(nodes);
    expect(totalCount).toBe(1);
    expect(tips.tips).toMatchObject({ value: 20_000, comparator: 'MORE_THAN' });
    expect(tips.valuable).toMatchObject({ value: 10_000, comparator: 'NEARLY' });
    expect(tips.casesBand).toMatchObject({
      value: null,
      comparator: 'ORDER_OF_MAGNITUDE',
      text: 'hàng ngàn vụ việc',
    });
    expect(new Set(tips.provenance.map(({ source }: Data) => source.code))).toEqual(
      new Set(['article-a', 'article-b']),
    );
  });

  test('Q11: pages and groups by level, their computed total, and the level that has ended', async () => {
    const { byLevel, total } = only<Data>(
      (await answerTo('Q11')).unionOrganizations.nodes,
    ).socialChannelSummary;
    expect(byLevel.map(({ quantity }: Data) => [quantity.value, quantity.comparator])).toEqual([
      [106, 'EXACT'],
      [800, 'EXACT'],
      [19_000, 'MORE_THAN'],
    ]);
    expect(total).toEqual({ value: 19_906, comparator: 'MORE_THAN', formula: '106 + 800 + 19000' });
    const ended = byLevel
      .flatMap(({ levels }: Data) => levels)
      .filter(({ validity }: Data) => validity.to !== null);
    expect(ended.map(({ level, validity }: Data) => [level, validity.to])).toEqual([
      ['DISTRICT', '2025-07-01'],
    ]);
  });

  test('Q13: the figures of Bắc Giang, and those of 2014 computed from the rises', async () => {
    const { membershipStatistics, workforceStatistics } = only<Data>(
      (await answerTo('Q13')).unionOrganizations.nodes,
    );
    const members = membershipStatistics.nodes.map(({ metric, quantity, change, derivedBase }: Data) => [
      metric,
      quantity.value,
      change.value,
      derivedBase.value,
    ]);
    expect(members).toEqual([
      ['MEMBERS_AND_WORKERS', 301_398, 162_633, 138_765],
      ['MEMBERS', 288_396, 162_957, 125_439],
    ]);
    const work = (metric: string, sector: string): Data =>
      workforceStatistics.nodes.find((each: Data) => each.metric === metric && each.sector === sector);
    expect(work('WORKERS', 'INDUSTRIAL_PARK')).toMatchObject({
      quantity: { value: 185_000 },
      change: { value: 116_000 },
      derivedBase: { value: 69_000 },
    });
    const trained = workforceStatistics.nodes.filter(({ metric }: Data) => metric === 'TRAINED_LABOUR_SHARE');
    expect(trained.map(({ quantity, rise }: Data) => [quantity.value, rise?.value ?? null])).toEqual([
      [76, 32],
      [44, null],
    ]);
    const wages = workforceStatistics.nodes.filter(({ metric }: Data) => metric === 'AVERAGE_MONTHLY_WAGE');
    expect(wages.map(({ quantity }: Data) => `${quantity.comparator} ${quantity.value}`).toSorted()).toEqual([
      'ABOUT 7000000',
      'EXACT 8000000',
    ]);
  });

  test('Q16: the rise was checked: the workers who are not members became fewer', async () => {
    const [whole, members] = (await answerTo('Q16')).membershipStatistics.nodes;
    expect(codes(whole)).toContain('CHECKED');
    expect([members.remainderAtBase.value, members.remainder.value]).toEqual([13_326, 13_002]);
  });
});

describe('the example questions about recognitions', () => {
  test('Q21: six collectives and 29 individuals one way, three and 18 the other, each with its authority', async () => {
    const { received, given } = only<Data>((await answerTo('Q21')).unionOrganizations.nodes);
    const told = ({ form, kind, count, authority, recipientSide }: Data) => [
      form.code,
      kind,
      count.value,
      authority.nameVi,
      recipientSide,
    ];
    expect([...received.nodes, ...given.nodes].toSorted(byCount).map(told)).toEqual([
      ['BANG_KHEN', 'COLLECTIVE', 3, 'Liên đoàn Lao động tỉnh Bắc Giang', 'POLICE'],
      ['GIAY_KHEN', 'COLLECTIVE', 6, 'Công an tỉnh Bắc Giang', 'UNION'],
      ['BANG_KHEN', 'INDIVIDUAL', 18, 'Liên đoàn Lao động tỉnh Bắc Giang', 'POLICE'],
      ['GIAY_KHEN', 'INDIVIDUAL', 29, 'Công an tỉnh Bắc Giang', 'UNION'],
    ]);
    expect(received.nodes[0].authorityOfficeVi).toBe('Giám đốc Công an tỉnh Bắc Giang');
    expect(given.nodes.flatMap(codes)).toContain('SIDE_PROBABLE');
    expect(received.nodes[0].authorityRule.legalBases[0].symbol).toBe('15/2003/QH11');
  });

  test('Q22: two proposals whose outcome is unknown', async () => {
    const { nodes } = (await answerTo('Q22')).recognitionBatches;
    const told = nodes.map(({ authority, kind, count, outcome }: Data) => [
      authority.nameVi,
      kind,
      count.value,
      outcome,
    ]);
    expect(told.toSorted()).toEqual([
      ['Bộ Công an', 'INDIVIDUAL', 3, 'UNKNOWN'],
      ['Ủy ban nhân dân tỉnh Bắc Giang', 'ENTERPRISE', 5, 'UNKNOWN'],
    ]);
  });

  test('Q29: counts by authority, form and year', async () => {
    const { nodes } = (await answerTo('Q29')).recognitionStatistics;
    expect(
      nodes.map(({ authorityOfficeVi, year, count }: Data) => [authorityOfficeVi, year, count.value]),
    ).toEqual([
      ['Bộ Công an', 2023, 140],
      ['Giám đốc Công an tỉnh Bắc Giang', 2023, 35],
      ['Liên đoàn Lao động tỉnh Bắc Giang', 2023, 21],
    ]);
  });
});
