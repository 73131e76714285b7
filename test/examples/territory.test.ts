import { theExamples, type Data } from '../support/examples.js';
import { describe, expect, test } from '@jest/globals';

const { answerTo } = theExamples({ withLists: true });

describe('the example questions about the territory', () => {
  test('Q33: the units per level on the three days, complete on each', async () => {
    const days = await answerTo('Q33');
    const counts = [days.before, days.after, days.raised].map((levels: readonly Data[]) =>
      levels.map(({ count }) => count),
    );
    expect(counts).toEqual([
      [63, 696, 10_035],
      [34, 0, 3321],
      [34, 0, 3321],
    ]);
    const of = (levels: readonly Data[]): Data =>
      Object.fromEntries(
        levels.flatMap(({ byType }) => byType.map(({ unitType, count }: Data) => [unitType, count])),
      );
    expect(of(days.after)).toMatchObject({ THANH_PHO_TRUC_THUOC_TW: 6, XA: 2621, PHUONG: 687, DAC_KHU: 13 });
    expect(of(days.raised)).toMatchObject({ THANH_PHO_TRUC_THUOC_TW: 7, XA: 2611, PHUONG: 697, DAC_KHU: 13 });
    expect(
      Object.values<readonly Data[]>(days)
        .flat()
        .filter(({ isComplete }) => !isComplete),
    ).toEqual([]);
  });
});
