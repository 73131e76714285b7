import { boardOf, exists, hide, type Board } from './board.js';
import type { CountTable } from './count-table.js';
import { conceal, disguiseOf } from './disguise.js';
import { amountOf } from './grid.js';
import { publish, type ProtectedTable } from './protected-table.js';

/** Counts below it are small. Unit: cases. Source: domain guide, section 7. */
const SMALL_BELOW = 10;

/**
 * Hides small counts, and as few and as small further ones as it finds, so that no set of answers tells a small one.
 *
 * The whole table is protected at once, with the totals of every sub-set of its dimensions: whatever an answer filters
 * by or sums over, it shows cells of this one table. No case at all is a small count; only what cannot exist is shown.
 *
 * The guarantee, found by construction: for every small cell and every whole number from 0 to 10 there is a table of
 * non-negative whole numbers with that number in the cell which has the very same counts wherever something is
 * published, even before rounding. Every further hidden cell has at least two possible counts. So neither sums and
 * differences nor linear programming tell a small count from any other, or from 10. Rounding only adds doubt.
 *
 * Outside of it: what follows from running this very rule on all possible tables (that may narrow a small count down;
 * in the tables that tests can try out at least two counts remain); counts that are published elsewhere; and the same
 * cases published twice, which `closed-year.ts` is for. Same table, same result, in whatever order it is given.
 *
 * @throws Error when the table contradicts itself, which is the caller's mistake.
 */
export function protect(table: CountTable): ProtectedTable {
  const board = boardOf(table);
  const small = smallCells(board);
  for (const cell of small) hide(board, cell);
  const disguise = disguiseOf(board);
  for (const cell of small) conceal(disguise, cell, { from: 0, to: SMALL_BELOW });
  return publish(board);
}

function smallCells(board: Board): readonly number[] {
  const cells = Array.from(board.counts.keys());
  return cells.filter((cell) => amountOf(board.counts, cell) < SMALL_BELOW && exists(board, cell));
}
