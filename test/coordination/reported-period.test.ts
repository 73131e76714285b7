import 'reflect-metadata';
import { periodColumn, yearsColumn } from '../../subgraphs/coordination/activity/reported-period.js';
import { describe, expect, test } from '@jest/globals';

const anyPeriod = periodColumn().type.written;
const years = yearsColumn().type.written;

describe('a period', () => {
  test.each([
    ['2018', '2023', '2018-01-01', '2023-12-31', 'YEAR'],
    ['2023-12', '2024-02', '2023-12-01', '2024-02-29', 'MONTH'],
    ['2024-03-01', '2024-03-01', '2024-03-01', '2024-03-01', 'DAY'],
  ])('from %s to %s covers %s to %s', (from, to, first, last, precision) => {
    expect(anyPeriod.parse({ from, to })).toMatchObject({ from: first, to: last, precision, text: null });
  });

  test.each([
    ['ends before it begins', '2023', '2018'],
    ['has ends of different precision', '2018', '2023-12'],
    ['is not made of dates', 'five', 'years'],
  ])('that %s is refused', (_, from, to) => {
    expect(anyPeriod.safeParse({ from, to }).success).toBe(false);
  });
});

describe('a period for counts of tips', () => {
  test.each([
    ['2023', '2023', true],
    ['2023-07', '2024-06', true],
    ['2023-07', '2024-05', false],
    ['2023-01-01', '2023-12-30', false],
  ])('from %s to %s is admitted: %p', (from, to, isAdmitted) => {
    expect(years.safeParse({ from, to }).success).toBe(isAdmitted);
  });
});
