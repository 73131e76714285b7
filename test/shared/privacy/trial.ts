import type { SeenCell } from './tables.js';

/** More cases than a count in these trials can need. */
const MANY = 30;

/**
 * An attacker who tries tables of whole numbers one after the other, and to whom even the unrounded counts of all
 * published cells are given: whether any table that agrees with them has this count in a cell.
 */
export function couldBe(cells: readonly SeenCell[], cell: SeenCell, count: number): boolean {
  const known = cells.filter(({ seen }) => seen.status !== 'SUPPRESSED');
  const sums = [...known.map(({ parts, count }) => ({ parts, count })), { parts: cell.parts, count }];
  const unknowns = Math.max(...cells.flatMap(({ parts }) => parts)) + 1;
  return completes([], unknowns, sums);
}

interface Sum {
  readonly parts: readonly number[];
  readonly count: number;
}

function completes(table: readonly number[], unknowns: number, sums: readonly Sum[]): boolean {
  if (!sums.every((sum) => canHold(table, sum))) return false;
  if (table.length === unknowns) return true;
  for (let count = 0; count <= MANY; count += 1)
    if (completes([...table, count], unknowns, sums)) return true;
  return false;
}

function canHold(table: readonly number[], { parts, count }: Sum): boolean {
  const known = parts.filter((part) => part < table.length);
  const sum = known.reduce((total, part) => total + (table[part] ?? 0), 0);
  return known.length === parts.length ? sum === count : sum <= count;
}
