import type { Dimension, Place } from './count-table.js';

/** How a table lies in one array: position 0 of a dimension is its total, its values follow in the order of their text. */
export interface Grid {
  readonly axes: readonly Axis[];
  /** Unit: cells, totals included. */
  readonly length: number;
}

/** One dimension of a grid. */
export interface Axis {
  readonly name: string;
  readonly positions: ReadonlyMap<string, number>;
  /** Positions, the total included. */
  readonly size: number;
  /** How far two neighbours of this dimension lie apart in the array. */
  readonly stride: number;
}

/**
 * Lays out a table; the order in which values were given does not matter.
 *
 * @throws Error when a dimension has no values.
 */
export function gridOf(dimensions: readonly Dimension[]): Grid {
  let length = 1;
  const axes = dimensions.map(({ name, values }) => {
    const sorted = [...new Set(values)].toSorted();
    if (sorted.length === 0) throw new Error(`The dimension ${name} needs at least one value.`);
    const positions = new Map(sorted.map((value, at) => [value, at + 1]));
    const axis = { name, positions, size: sorted.length + 1, stride: length };
    length *= axis.size;
    return axis;
  });
  return { axes, length };
}

/** Where a cell lies on one axis; 0 is the total. Unit: positions. */
export function positionOn({ stride, size }: Axis, cell: number): number {
  return Math.floor(cell / stride) % size;
}

/**
 * The cell at a place.
 *
 * @throws Error when there is no such dimension or value.
 */
export function cellAt(grid: Grid, place: Place): number {
  refuseUnknownNames(grid, place);
  return grid.axes.reduce((cell, axis) => cell + axis.stride * named(axis, place[axis.name] ?? null), 0);
}

/** Over how many dimensions a cell sums; 0 for an innermost one. Unit: dimensions. */
export function totalsIn({ axes }: Grid, cell: number): number {
  return axes.filter((axis) => positionOn(axis, cell) === 0).length;
}

/** Fills in every total of a grid whose innermost cells hold their amounts. */
export function addTotals({ axes, length }: Grid, amounts: Float64Array): void {
  for (const axis of axes) {
    for (let cell = 0; cell < length; cell += 1) {
      const position = positionOn(axis, cell);
      if (position > 0) add(amounts, cell - position * axis.stride, amountOf(amounts, cell));
    }
  }
}

/** What a cell holds. Unit: that of the amounts. */
export function amountOf(amounts: Float64Array, cell: number): number {
  return amounts[cell] ?? 0;
}

/** Changes what a cell holds. */
export function add(amounts: Float64Array, cell: number, change: number): void {
  amounts[cell] = amountOf(amounts, cell) + change;
}

function named({ name, positions }: Axis, value: string | null): number {
  if (value === null) return 0;
  const position = positions.get(value);
  if (position === undefined) throw new Error(`The dimension ${name} has no value ${value}.`);
  return position;
}

function refuseUnknownNames({ axes }: Grid, place: Place): void {
  const unknown = Object.keys(place).find((name) => axes.every((axis) => axis.name !== name));
  if (unknown !== undefined) throw new Error(`The table has no dimension ${unknown}.`);
}
