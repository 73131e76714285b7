import type { CountTable, Place } from '../../../subgraphs/shared/privacy/suppression/count-table.js';
import { protect } from '../../../subgraphs/shared/privacy/suppression/protect.js';
import type { ProtectedCell } from '../../../subgraphs/shared/privacy/suppression/protected-table.js';
import fc from 'fast-check';

const NAMES = ['province', 'kind', 'cause'];

/** A cell of a table, worked out without the code under test. */
export interface TrueCell {
  readonly place: Place;
  readonly count: number;
  /** Which innermost cells it sums, by their order. */
  readonly parts: readonly number[];
}

/** A cell together with what is published about it. */
export interface SeenCell extends TrueCell {
  readonly seen: ProtectedCell;
}

/** How many values each dimension has, the counts row by row, and where there can be no case. */
export interface Plan {
  readonly sizes: readonly number[];
  readonly counts: readonly number[];
  readonly impossible?: readonly number[];
}

/** A table by its plan. */
export function tableOf({ sizes, counts, impossible = [] }: Plan): CountTable {
  const places = innerPlaces(sizes);
  return {
    dimensions: sizes.map((size, axis) => ({ name: nameOf(axis), values: valuesOf(size) })),
    counts: places.map((at, index) => ({ at, count: impossible.includes(index) ? 0 : (counts[index] ?? 0) })),
    impossible: places.filter((_, index) => impossible.includes(index)),
  };
}

/** Every cell of a table, the totals of each sub-set of its dimensions included. */
export function cellsOf({ dimensions, counts }: CountTable): readonly TrueCell[] {
  const places = combine(dimensions.map(({ values }) => [null, ...values]));
  return places.map((place) => {
    const parts = [...counts.keys()].filter((part) => covers(place, counts[part]?.at ?? {}));
    return { place, parts, count: parts.reduce((sum, part) => sum + (counts[part]?.count ?? 0), 0) };
  });
}

/** Every cell of a table with what is published about it. */
export function published(table: CountTable): readonly SeenCell[] {
  const answer = protect(table);
  return cellsOf(table).map((cell) => ({ ...cell, seen: answer.cell(cell.place) }));
}

/** The cells that the guarantee is about: hidden ones with fewer than ten cases. */
export function smallCells(cells: readonly SeenCell[]): readonly SeenCell[] {
  return cells.filter(({ seen, count }) => seen.status !== 'IMPOSSIBLE' && count < 10);
}

/** Tables of any shape up to the given one: empty, small and large cells, and some that cannot exist. */
export function anyTable(...most: readonly number[]): fc.Arbitrary<CountTable> {
  return tablesOf(
    most,
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
      { weight: 2, arbitrary: fc.integer({ min: 10, max: 60 }) },
    ),
  );
}

/** Tables whose every count is at most 14: few enough tables look like one of them to try them all. */
export function anySmallTable(...most: readonly number[]): fc.Arbitrary<CountTable> {
  return tablesOf(most, fc.integer({ min: 0, max: 14 }));
}

function tablesOf(most: readonly number[], count: fc.Arbitrary<number>): fc.Arbitrary<CountTable> {
  return fc.tuple(...most.map((max) => fc.integer({ min: 1, max }))).chain((sizes) => {
    const length = sizes.reduce((product, size) => product * size, 1);
    const counts = fc.array(count, { minLength: length, maxLength: length });
    const impossible = fc.uniqueArray(fc.nat(length - 1), { maxLength: Math.floor(length / 4) });
    return fc.record({ sizes: fc.constant(sizes), counts, impossible }).map(tableOf);
  });
}

function innerPlaces(sizes: readonly number[]): readonly Place[] {
  return combine(sizes.map(valuesOf));
}

function combine(choices: readonly (readonly (string | null)[])[]): readonly Place[] {
  return choices.reduce<readonly Place[]>(
    (places, values, axis) =>
      places.flatMap((place) => values.map((value) => ({ ...place, [nameOf(axis)]: value }))),
    [{}],
  );
}

function covers(total: Place, inner: Place): boolean {
  return Object.entries(total).every(([name, value]) => value === null || inner[name] === value);
}

function valuesOf(size: number): readonly string[] {
  return Array.from({ length: size }, (_, index) => `v${index}`);
}

function nameOf(axis: number): string {
  return NAMES[axis] ?? String(axis);
}
