import type { CountTable } from '../../../subgraphs/shared/privacy/suppression/count-table.js';
import { protect } from '../../../subgraphs/shared/privacy/suppression/protect.js';
import { anyTable, cellsOf, published, tableOf } from './tables.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const SUPPRESSED = { status: 'SUPPRESSED', count: null };

describe('what is published', () => {
  test('a table without small counts is published whole, each count rounded to the nearest 5', () => {
    expect(look({ sizes: [3], counts: [12, 13, 1000] })).toEqual([1025, 10, 15, 1000]);
  });

  test('a small count takes the next smallest with it, so that the total does not tell it', () => {
    expect(look({ sizes: [4], counts: [3, 40, 25, 300] })).toEqual([370, null, 40, null, 300]);
  });

  test('a single value takes its total with it', () => {
    expect(look({ sizes: [1], counts: [3] })).toEqual([null, null]);
  });

  test('a value without a single case leaves the grand total readable where the others can lend to it', () => {
    const counts = [12, 24, 0, 1, 1, 0, 0, 28, 0];
    expect(protect(tableOf({ sizes: [3, 3], counts })).cell({})).toEqual({ status: 'ROUNDED', count: 65 });
  });

  test('no case at all is a small count', () => {
    const answer = protect(tableOf({ sizes: [3], counts: [0, 20, 30] }));
    expect(answer.cell({ province: 'v0' })).toEqual(SUPPRESSED);
  });

  test('a cell that cannot exist says so and protects no other', () => {
    const answer = protect(tableOf({ sizes: [3], counts: [4, 0, 60], impossible: [1] }));
    expect(answer.cell({ province: 'v1' })).toEqual({ status: 'IMPOSSIBLE', count: null });
    expect(answer.cell({ province: 'v2' })).toEqual(SUPPRESSED);
  });

  test('no small count is published, and no published one is off by more than 2', () => {
    fc.assert(
      fc.property(anyTable(5, 4, 3), (table) => {
        for (const { seen, count } of published(table)) {
          if (seen.status !== 'ROUNDED') continue;
          expect(count).toBeGreaterThanOrEqual(10);
          expect(Math.abs(seen.count - count)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  test('the order in which values and counts are given changes nothing', () => {
    fc.assert(
      fc.property(anyTable(4, 4, 3), (table) => {
        const [answer, other] = [protect(table), protect(turned(table))];
        for (const { place } of cellsOf(table)) expect(other.cell(place)).toEqual(answer.cell(place));
      }),
      { numRuns: 50 },
    );
  });

  test('most of a large table with few small counts stays readable', () => {
    const counts = Array.from({ length: 63 * 10 }, (_, at) => (at % 90 === 0 ? 4 : 20 + (at % 37)));
    const hidden = published(tableOf({ sizes: [63, 10], counts })).filter(({ seen }) => seen.count === null);
    expect(hidden.length).toBeLessThanOrEqual(4 * 7);
  });

  test('the largest table expected, nearly empty, is protected', () => {
    const counts = Array.from({ length: 63 * 10 * 4 }, (_, at) => (at * at) % 7);
    const answer = protect(tableOf({ sizes: [63, 10, 4], counts }));
    expect(answer.cell({}).status).toBe('ROUNDED');
  });
});

describe('what is no table of counts', () => {
  const [side, at] = [{ name: 'kind', values: ['a', 'b'] }, { kind: 'a' }];

  test.each<[string, CountTable, RegExp]>([
    ['an unknown value', { dimensions: [side], counts: [{ at: { kind: 'c' }, count: 1 }] }, /no value c/],
    [
      'an unknown dimension',
      { dimensions: [side], counts: [{ at: { year: 'a' }, count: 1 }] },
      /no dimension year/,
    ],
    ['a negative count', { dimensions: [side], counts: [{ at, count: -1 }] }, /-1/],
    ['a fraction', { dimensions: [side], counts: [{ at, count: 1.5 }] }, /1\.5/],
    ['a total', { dimensions: [side], counts: [{ at: {}, count: 5 }] }, /totals are computed/],
    [
      'a dimension without values',
      { dimensions: [{ name: 'kind', values: [] }], counts: [] },
      /at least one/,
    ],
    [
      'cases where there can be none',
      { dimensions: [side], counts: [{ at, count: 5 }], impossible: [at] },
      /not to exist/,
    ],
  ])('%s is refused', (_, table, reason) => {
    expect(() => protect(table)).toThrow(reason);
  });
});

/** The published counts, the total first. */
function look(plan: { readonly sizes: readonly number[]; readonly counts: readonly number[] }) {
  return published(tableOf(plan)).map(({ seen }) => seen.count);
}

function turned({ dimensions, counts, impossible = [] }: CountTable): CountTable {
  const sides = dimensions.map(({ name, values }) => ({ name, values: values.toReversed() }));
  return { dimensions: sides, counts: counts.toReversed(), impossible: impossible.toReversed() };
}
