import type { CountTable } from './count-table.js';
import { add, addTotals, cellAt, gridOf, positionOn, totalsIn, type Grid } from './grid.js';

/** A table laid out with all its totals, and what it would cost to hide each of its cells. */
export interface Board {
  readonly grid: Grid;
  /** Unit: cases. */
  readonly counts: Float64Array;
  /** What the reader loses with a cell: 0 once it is hidden, Infinity where there is no cell to hide. */
  readonly costs: Float64Array;
}

/**
 * A table with all its totals, nothing of it hidden yet.
 *
 * @throws Error when a count is no number of cases, belongs to a total, or lies where no case can be.
 */
export function boardOf(table: CountTable): Board {
  const grid = gridOf(table.dimensions);
  const counts = countsOf(table, grid);
  const existing = existingCells(table, grid);
  if (counts.some((count, cell) => count > 0 && existing[cell] === 0))
    throw new Error('A cell that is said not to exist has cases.');
  const costs = counts.map((count, cell) =>
    existing[cell] === 0 ? Infinity : costOf(count, totalsIn(grid, cell)),
  );
  return { grid, counts, costs };
}

/** Hides a cell. */
export function hide({ costs }: Board, cell: number): void {
  costs[cell] = 0;
}

/** Whether a cell is hidden so far. */
export function isHidden({ costs }: Board, cell: number): boolean {
  return costs[cell] === 0;
}

/** Whether there is such a cell. */
export function exists({ costs }: Board, cell: number): boolean {
  return costs[cell] !== Infinity;
}

function countsOf({ counts }: CountTable, grid: Grid): Float64Array {
  const amounts = new Float64Array(grid.length);
  for (const { at, count } of counts) {
    const cell = cellAt(grid, at);
    if (totalsIn(grid, cell) > 0)
      throw new Error('Counts are given for innermost cells; totals are computed.');
    if (!Number.isSafeInteger(count) || count < 0) throw new Error(`${count} is not a number of cases.`);
    add(amounts, cell, count);
  }
  addTotals(grid, amounts);
  return amounts;
}

/** How many innermost cells exist within each cell: a total exists as long as one of its parts does. */
function existingCells({ impossible = [] }: CountTable, grid: Grid): Float64Array {
  const existing = new Float64Array(grid.length);
  const places = impossible.map((place) => cellAt(grid, place));
  for (let cell = 0; cell < grid.length; cell += 1)
    if (totalsIn(grid, cell) === 0 && !places.some((place) => covers(grid, place, cell))) existing[cell] = 1;
  addTotals(grid, existing);
  return existing;
}

function covers({ axes }: Grid, place: number, cell: number): boolean {
  return axes.every((axis) => [0, positionOn(axis, cell)].includes(positionOn(axis, place)));
}

/** Much more with every total; a little more with a larger count, in steps too coarse to tell the count. */
function costOf(count: number, totals: number): number {
  return Math.ceil(Math.log2(count + 2)) * 3 ** totals;
}
