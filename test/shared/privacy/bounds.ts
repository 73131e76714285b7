import type { SeenCell } from './tables.js';

/** Between which counts a cell must lie. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const ZERO = 1e-9;

/**
 * An attacker with linear programming (the simplex method, Bland's rule), to whom even the unrounded counts of all
 * published cells are given: the bounds of the cells that are asked for, fractions of a case allowed.
 */
export function linearBounds(cells: readonly SeenCell[], asked: readonly SeenCell[]): readonly Bounds[] {
  const tableau = feasibleTableau(cells);
  return asked.map(({ parts }) => ({
    least: -optimum(tableau, costsOf(tableau, parts, 1)),
    most: optimum(tableau, costsOf(tableau, parts, -1)),
  }));
}

interface Tableau {
  /** Each row: the coefficients of the unknowns, then what they add up to. */
  rows: number[][];
  basis: number[];
  readonly unknowns: number;
}

/** A table that agrees with what is known, found by driving one artificial unknown for each known sum to zero. */
function feasibleTableau(cells: readonly SeenCell[]): Tableau {
  const unknowns = Math.max(...cells.flatMap(({ parts }) => parts)) + 1;
  const known = cells.filter(({ seen }) => seen.status !== 'SUPPRESSED');
  const rows = known.map(({ parts, count }, row) => [
    ...Array.from({ length: unknowns }, (_, at) => Number(parts.includes(at))),
    ...known.map((_, other) => Number(other === row)),
    count,
  ]);
  const tableau = { rows, basis: known.map((_, row) => unknowns + row), unknowns: unknowns + known.length };
  const sums = Array.from({ length: unknowns }, (_, at) => -sumOf(rows.map((row) => row[at] ?? 0)));
  optimum(tableau, [...sums, ...known.map(() => 0), -sumOf(known.map(({ count }) => count))]);
  return withoutArtificial(tableau, unknowns);
}

function withoutArtificial(tableau: Tableau, unknowns: number): Tableau {
  for (const [row, variable] of tableau.basis.entries()) {
    const column = (tableau.rows[row] ?? []).findIndex(
      (value, at) => at < unknowns && Math.abs(value) > ZERO,
    );
    if (variable >= unknowns && column >= 0) pivot(tableau, row, column);
  }
  const kept = [...tableau.basis.keys()].filter((row) => (tableau.basis[row] ?? 0) < unknowns);
  const rows = kept.map((row) => tableau.rows[row] ?? []);
  return {
    rows: rows.map((row) => [...row.slice(0, unknowns), row.at(-1) ?? 0]),
    basis: kept.map((row) => tableau.basis[row] ?? 0),
    unknowns,
  };
}

/** The costs of minimising or maximising a sum, as seen from the present basis. */
function costsOf({ rows, basis, unknowns }: Tableau, parts: readonly number[], sign: number): number[] {
  const costs = Array.from({ length: unknowns + 1 }, (_, at) => (parts.includes(at) ? sign : 0));
  for (const [row, variable] of basis.entries()) subtract(costs, rows[row] ?? [], costs[variable] ?? 0);
  return costs;
}

function optimum(tableau: Tableau, costs: number[]): number {
  for (;;) {
    const column = costs.findIndex((cost, at) => at < tableau.unknowns && cost < -ZERO);
    if (column < 0) return costs.at(-1) ?? 0;
    const row = leavingRow(tableau, column);
    if (row === null) return Infinity;
    pivot(tableau, row, column);
    subtract(costs, tableau.rows[row] ?? [], costs[column] ?? 0);
  }
}

function leavingRow({ rows, basis }: Tableau, column: number): number | null {
  let best: { readonly row: number; readonly ratio: number } | null = null;
  for (const [row, values] of rows.entries()) {
    const factor = values[column] ?? 0;
    if (factor <= ZERO) continue;
    const ratio = (values.at(-1) ?? 0) / factor;
    const tied = best !== null && Math.abs(ratio - best.ratio) <= ZERO;
    if (best === null || (tied ? (basis[row] ?? 0) < (basis[best.row] ?? 0) : ratio < best.ratio))
      best = { row, ratio };
  }
  return best === null ? null : best.row;
}

function pivot(tableau: Tableau, row: number, column: number): void {
  const values = tableau.rows[row] ?? [];
  const factor = values[column] ?? 1;
  for (const at of values.keys()) values[at] = (values[at] ?? 0) / factor;
  for (const [other, others] of tableau.rows.entries())
    if (other !== row) subtract(others, values, others[column] ?? 0);
  tableau.basis[row] = column;
}

function subtract(from: number[], row: readonly number[], factor: number): void {
  if (factor !== 0) for (const at of from.keys()) from[at] = (from[at] ?? 0) - factor * (row[at] ?? 0);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
