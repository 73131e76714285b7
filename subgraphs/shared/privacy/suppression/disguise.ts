import { hide, type Board } from './board.js';
import { cheapestExchange, type Exchange, type Wish } from './exchange.js';
import { add, amountOf } from './grid.js';

/** Tables that cannot be told from the true one, as far as cells are hidden. */
export interface Disguise {
  readonly board: Board;
  /** Such a table, far from the true one: a small cell can often borrow from what others have gained. */
  readonly changed: Float64Array;
  /** Another, close to the true one. */
  readonly trial: Float64Array;
  /** The least and the most that any of them has in each cell. Unit: cases. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** As many cases as a cell could have. */
export interface Span {
  /** Unit: cases. */
  readonly from: number;
  /** Unit: cases. */
  readonly to: number;
}

/** The true table alone. */
export function disguiseOf(board: Board): Disguise {
  const copy = () => board.counts.slice();
  return { board, changed: copy(), trial: copy(), least: copy(), most: copy() };
}

/** Hides further cells until the cell could have any count of a span, and its true one, by all that is to be seen. */
export function conceal(disguise: Disguise, cell: number, { from, to }: Span): void {
  if (amountOf(disguise.least, cell) > from) reach(disguise, cell, from);
  if (amountOf(disguise.most, cell) < to) reach(disguise, cell, to);
}

/** Looks for a table with this count among those that need no further cell hidden; otherwise starts from the truth. */
function reach(disguise: Disguise, cell: number, count: number): void {
  const { board, changed, trial } = disguise;
  if (move(disguise, { counts: changed, hiding: false }, { cell, count })) return;
  trial.set(board.counts);
  if (!move(disguise, { counts: trial, hiding: true }, { cell, count }))
    throw new Error('A cell can always change together with its totals.');
}

function move(
  disguise: Disguise,
  start: Pick<Wish, 'counts' | 'hiding'>,
  { cell, count }: { readonly cell: number; readonly count: number },
): boolean {
  for (;;) {
    const missing = count - amountOf(start.counts, cell);
    if (missing === 0) return true;
    const way = missing > 0 ? 1 : -1;
    const exchange = cheapestExchange({
      ...start,
      board: disguise.board,
      cell,
      way,
      amount: Math.abs(missing),
    });
    if (exchange === null) return false;
    apply(exchange, start.counts, disguise);
  }
}

function apply({ cells, signs, amount }: Exchange, counts: Float64Array, disguise: Disguise): void {
  for (const [index, cell] of cells.entries()) {
    add(counts, cell, amount * (signs[index] ?? 0));
    hide(disguise.board, cell);
    disguise.least[cell] = Math.min(amountOf(disguise.least, cell), amountOf(counts, cell));
    disguise.most[cell] = Math.max(amountOf(disguise.most, cell), amountOf(counts, cell));
  }
}
