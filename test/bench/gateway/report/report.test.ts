import type { Sample } from '../measure.js';
import { verdictsOn } from './goals.js';
import { median, mediansOf } from './medians.js';
import { table } from './table.js';
import { describe, expect, test } from '@jest/globals';

const sample = (gateway: string, answered: number, gatewayWork = 1): Sample => ({
  gateway,
  work: 'small',
  answered,
  completed: answered,
  failed: 0,
  seconds: 2,
  p50: 1,
  p99: 2,
  slowest: 3,
  calls: 1,
  residentBytes: 1,
  gatewayWork,
  loadWork: 1,
});

describe('the report', () => {
  test('the median of an even number lies between the two in the middle', () => {
    expect(median([9, 1, 4, 2])).toBe(3);
  });

  test('throughput is told for a second, as the median of the rounds', () => {
    const [ours] = mediansOf([sample('ours', 10), sample('ours', 100), sample('ours', 20)]);
    expect(ours?.throughput).toBe(10);
  });

  test('a goal is reached by the ratio of two gateways', () => {
    const verdicts = (ours: number): readonly unknown[] =>
      verdictsOn([sample('ours', ours), sample('stock', 10, 9)])
        .filter(({ measure }) => measure === 'throughput')
        .map(({ ratio, ratioByWork, isReached }) => [ratio, ratioByWork, isReached]);
    expect(verdicts(90)).toEqual([[9, 9, true]]);
    expect(verdicts(89)).toEqual([[8.9, 9, false]]);
  });

  test('what both are compared by is each round, since rounds differ more than gateways', () => {
    const rounds = [
      [90, 10],
      [10, 1],
      [700, 70],
    ] as const;
    const samples = rounds.flatMap(([ours, stock]) => [sample('ours', ours), sample('stock', stock)]);

    const [verdict] = verdictsOn(samples);

    expect(verdict?.ratio).toBe(10);
  });

  test('a goal beside a gateway that was not measured is not judged', () => {
    expect(verdictsOn([sample('ours', 10)])).toEqual([]);
  });

  test('a table is Markdown', () => {
    expect(table(['a', 'bc'], [['def', 'g']])).toBe('| a   | bc |\n| --- | -- |\n| def | g  |');
  });
});
