import { exists, isHidden, type Board } from './board.js';
import type { Place } from './count-table.js';
import { amountOf, cellAt } from './grid.js';

/** Published counts are multiples of it. Unit: what is counted. Source: domain guide, section 7. */
export const ROUNDED_TO = 5;

/**
 * What may be said about one cell. Unit: cases. SUPPRESSED does not tell a small count from one that is hidden to protect it;
 * IMPOSSIBLE repeats the caller's statement that there is no such cell.
 */
export type ProtectedCell =
  | { readonly status: 'ROUNDED'; readonly count: number }
  | { readonly status: 'SUPPRESSED'; readonly count: null }
  | { readonly status: 'IMPOSSIBLE'; readonly count: null };

/** A table as it may be published, whole or in parts. */
export interface ProtectedTable {
  /**
   * One count; without a value for a dimension, the total over it.
   *
   * @throws Error when the table has no such dimension or value.
   */
  cell(place: Place): ProtectedCell;
}

/** What is not hidden, rounded. */
export function publish(board: Board): ProtectedTable {
  return {
    cell(place) {
      const cell = cellAt(board.grid, place);
      if (!exists(board, cell)) return { status: 'IMPOSSIBLE', count: null };
      if (isHidden(board, cell)) return { status: 'SUPPRESSED', count: null };
      return { status: 'ROUNDED', count: rounded(amountOf(board.counts, cell)) };
    },
  };
}

function rounded(count: number): number {
  return Math.round(count / ROUNDED_TO) * ROUNDED_TO;
}
