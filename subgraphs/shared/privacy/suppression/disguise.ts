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

/** A count that a cell is to have. */
interface Goal {
  readonly cell: number;
  readonly count: number;
}

/** Exchanges that lead from a table to one with the wished count. */
interface Way {
  readonly from: Float64Array;
  readonly exchanges: readonly Exchange[];
  /** What the reader loses by it. */
  readonly price: number;
}

/**
 * Looks for a table with this count among those that need no further cell hidden. Where there is none, further cells are
 * hidden for one, starting from the truth or from the table that has come far from it, whichever hides less: in the
 * latter a cell finds cases to borrow where truly there are none.
 */
function reach(disguise: Disguise, cell: number, count: number): void {
  const { board, changed, trial } = disguise;
  const goal = { cell, count };
  trial.set(board.counts);
  const open = wayFrom(changed, goal, { board, hiding: false });
  const hiding = { board, hiding: true };
  const best = open ?? cheaper(wayFrom(trial, goal, hiding), wayFrom(changed, goal, hiding));
  if (!best) throw new Error('A cell can always change together with its totals.');
  for (const exchange of best.exchanges) apply(exchange, best.from, disguise);
}

function cheaper(one: Way | null, other: Way | null): Way | null {
  if (!one || !other) return one ?? other;
  return other.price < one.price ? other : one;
}

/** A way from a table to one with the wished count, on which nothing is hidden yet; `null` where there is none. */
function wayFrom(
  from: Float64Array,
  { cell, count }: Goal,
  { board, hiding }: Pick<Wish, 'board' | 'hiding'>,
): Way | null {
  const planned = { ...board, counts: from.slice(), costs: board.costs.slice() };
  const exchanges: Exchange[] = [];
  let price = 0;
  for (;;) {
    const { counts } = planned;
    const missing = count - amountOf(counts, cell);
    if (missing === 0) return { from, exchanges, price };
    const way = missing > 0 ? 1 : -1;
    const wish = { board: planned, counts, cell, way, amount: Math.abs(missing), hiding } as const;
    const exchange = cheapestExchange(wish);
    if (exchange === null) return null;
    exchanges.push(exchange);
    price += pay(exchange, planned);
  }
}

/** Makes an exchange, and answers what it costs to hide its cells. */
function pay({ cells, signs, amount }: Exchange, board: Board): number {
  let price = 0;
  for (const [index, cell] of cells.entries()) {
    add(board.counts, cell, amount * (signs[index] ?? 0));
    price += amountOf(board.costs, cell);
    hide(board, cell);
  }
  return price;
}

function apply({ cells, signs, amount }: Exchange, counts: Float64Array, disguise: Disguise): void {
  for (const [index, cell] of cells.entries()) {
    add(counts, cell, amount * (signs[index] ?? 0));
    hide(disguise.board, cell);
    disguise.least[cell] = Math.min(amountOf(disguise.least, cell), amountOf(counts, cell));
    disguise.most[cell] = Math.max(amountOf(disguise.most, cell), amountOf(counts, cell));
  }
}
