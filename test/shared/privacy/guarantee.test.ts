import type { CountTable } from '../../../subgraphs/shared/privacy/suppression/count-table.js';
import { linearBounds } from './bounds.js';
import {
  anySmallTable,
  anyTable,
  cellsOf,
  published,
  smallCells,
  tableOf,
  type SeenCell,
  type TrueCell,
} from './tables.js';
import { couldBe } from './trial.js';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

const COUNTS_OF_SMALL = Array.from({ length: 11 }, (_, count) => count);

test('both attackers tell a small count where nothing but the small count is hidden', () => {
  const cells = cellsOf(tableOf({ sizes: [2, 2], counts: [3, 24, 18, 29] })).map(hiddenIfSmall);
  const [small] = smallCells(cells);
  expect(small && linearBounds(cells, [small])).toEqual([{ least: 3, most: 3 }]);
  expect(COUNTS_OF_SMALL.filter((count) => small && couldBe(cells, small, count))).toEqual([3]);
});

test('every small count could be anything from 0 to 10, even if all published counts were not rounded', () => {
  fc.assert(
    fc.property(anyTable(4, 4, 3), (table) => {
      const cells = published(table);
      for (const { least, most } of linearBounds(cells, smallCells(cells))) {
        expect(least).toBeLessThan(1e-6);
        expect(most).toBeGreaterThan(10 - 1e-6);
      }
    }),
    { numRuns: 150 },
  );
});

test('nor is a count told where a whole value of a dimension has no case', () => {
  fc.assert(
    fc.property(anyTable(4, 4, 2), (table) => {
      const cells = published(emptied(table));
      for (const { least, most } of linearBounds(cells, smallCells(cells))) {
        expect(least).toBeLessThan(1e-6);
        expect(most).toBeGreaterThan(10 - 1e-6);
      }
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['one dimension', anySmallTable(4)],
  ['two dimensions', anySmallTable(2, 2)],
  ['three dimensions', anySmallTable(1, 2, 2)],
])('with %s, every whole number from 0 to 10 belongs to some table that looks the same', (_, tables) => {
  fc.assert(
    fc.property(tables, (table) => {
      const cells = published(table);
      for (const cell of smallCells(cells))
        expect(COUNTS_OF_SMALL.filter((count) => !couldBe(cells, cell, count))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('every cell that is hidden to protect another has more than one possible count', () => {
  fc.assert(
    fc.property(anyTable(4, 3, 3), (table) => {
      const cells = published(table);
      const further = cells.filter(({ seen, count }) => seen.status === 'SUPPRESSED' && count >= 10);
      for (const { least, most } of linearBounds(cells, further))
        expect(most - least).toBeGreaterThan(1 - 1e-6);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['three in a line', [3], 20],
  ['two by two', [2, 2], 11],
])(
  'who runs the rule on every small table, %s, still finds two counts for each hidden cell',
  (_, sizes, most) => {
    const looks = Map.groupBy(allTables(sizes, most), lookOf);
    const told = [...looks.values()].flatMap(cellsThatNeverDiffer);
    expect(told).toEqual([]);
  },
);

/** The table without the cases of the first value of its last dimension. */
function emptied(table: CountTable): CountTable {
  const { name = '', values = [] } = table.dimensions.at(-1) ?? {};
  const counts = table.counts.map(({ at, count }) => ({ at, count: at[name] === values[0] ? 0 : count }));
  return { ...table, counts };
}

function hiddenIfSmall(cell: TrueCell): SeenCell {
  const { count } = cell;
  const seen =
    count < 10 ? ({ status: 'SUPPRESSED', count: null } as const) : ({ status: 'ROUNDED', count } as const);
  return { ...cell, seen };
}

/** All tables up to a count; larger ones with the same look would only add to the doubt. */
function allTables(sizes: readonly number[], most: number): readonly (readonly SeenCell[])[] {
  const length = sizes.reduce((product, size) => product * size, 1);
  const count = (most + 1) ** length;
  return Array.from({ length: count }, (_, number) => {
    const counts = Array.from({ length }, (_, at) => Math.floor(number / (most + 1) ** at) % (most + 1));
    return published(tableOf({ sizes, counts }));
  });
}

function lookOf(cells: readonly SeenCell[]): string {
  return cells.map(({ seen }) => seen.count ?? '·').join(' ');
}

/** The hidden cells whose count is the same in all tables with one look. */
function cellsThatNeverDiffer(tables: readonly (readonly SeenCell[])[]): readonly string[] {
  const [first = []] = tables;
  const told = first.filter(
    ({ seen, count }, at) =>
      seen.status === 'SUPPRESSED' && tables.every((cells) => cells[at]?.count === count),
  );
  return told.map(({ place, count }) => `${JSON.stringify(place)} is ${count} in ${lookOf(first)}`);
}
