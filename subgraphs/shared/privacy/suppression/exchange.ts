import type { Board } from './board.js';
import { amountOf, positionOn, type Axis } from './grid.js';

/**
 * A change of a table that leaves every sum right: the cells of a box with two positions on every axis, each of which
 * gains or loses the same amount. Along an axis two values take turns (what one gains, the other loses, the total
 * stays); a value and its total go together. Where all these cells are hidden, nobody can tell the two tables apart.
 */
export interface Exchange {
  readonly cells: readonly number[];
  /** 1 where a cell gains, −1 where it loses. */
  readonly signs: readonly number[];
  /** How much the cells gain or lose, so that none falls below zero; never more than was wished for. Unit: cases. */
  readonly amount: number;
}

/** The change that one cell needs. */
export interface Wish {
  readonly board: Board;
  /** The table to start from: the true one, or another that looks the same. */
  readonly counts: Float64Array;
  readonly cell: number;
  /** 1 if the cell is to gain, −1 if it is to lose. */
  readonly way: 1 | -1;
  /** Unit: cases. */
  readonly amount: number;
  /** Whether further cells may be hidden for it. */
  readonly hiding: boolean;
}

/** What the cell could take turns with on one axis. */
interface Partner {
  readonly offset: number;
  readonly turn: 1 | -1;
  readonly price: number;
}

/** Added to every cost: exchanges of hidden cells stay the cheapest, and among them the larger is the cheaper. */
const NEARLY_NOTHING = 1e-6;

/** The exchange that costs least for each case that it moves, or null where there is none. */
export function cheapestExchange(wish: Wish): Exchange | null {
  const search = new Search(wish);
  search.widen(0);
  return search.best;
}

/** Widens a box axis by axis, and gives a direction up as soon as it is dearer than the best box found. */
class Search {
  best: Exchange | null = null;
  private price: number;
  private readonly lowestPrice: number;
  private readonly partners: readonly (readonly Partner[])[];
  private readonly cells: number[];
  private readonly signs: number[];
  /** Of the box before it is widened along each axis. */
  private readonly costs: number[];
  private readonly amounts: number[];

  constructor(private readonly wish: Wish) {
    const { axes } = wish.board.grid;
    this.price = dearest(wish);
    this.lowestPrice = NEARLY_NOTHING / wish.amount;
    this.partners = axes.map((axis) => partnersOn(axis, wish));
    this.cells = [wish.cell];
    this.signs = [wish.way];
    this.costs = [0];
    this.amounts = [wish.amount];
  }

  widen(axis: number): void {
    const partners = this.partners[axis];
    if (partners === undefined) {
      this.keep(axis);
      return;
    }
    for (const partner of partners) {
      if (partner.price >= this.price || this.price <= this.lowestPrice) return;
      if (this.mirror(axis, partner)) this.widen(axis + 1);
    }
  }

  /** Adds the other half of the box, unless that is too dear. */
  private mirror(axis: number, { offset, turn }: Partner): boolean {
    const { board, counts } = this.wish;
    const half = 2 ** axis;
    let cost = this.costs[axis] ?? 0;
    let amount = this.amounts[axis] ?? 0;
    for (let at = 0; at < half; at += 1) {
      const cell = (this.cells[at] ?? 0) + offset;
      const sign = (this.signs[at] ?? 0) * turn;
      cost += amountOf(board.costs, cell);
      if (sign < 0) amount = Math.min(amount, amountOf(counts, cell));
      if (priceOf(cost, amount) >= this.price) return false;
      this.cells[half + at] = cell;
      this.signs[half + at] = sign;
    }
    this.costs[axis + 1] = cost;
    this.amounts[axis + 1] = amount;
    return true;
  }

  private keep(axis: number): void {
    const amount = this.amounts[axis] ?? 0;
    this.price = priceOf(this.costs[axis] ?? 0, amount);
    this.best = { cells: this.cells.slice(), signs: this.signs.slice(), amount };
  }
}

/** The cheapest partners first. */
function partnersOn(axis: Axis, wish: Wish): readonly Partner[] {
  const here = positionOn(axis, wish.cell);
  const partners: Partner[] = [];
  for (let there = 0; there < axis.size; there += 1) {
    const turn = here === 0 || there === 0 ? 1 : -1;
    const offset = (there - here) * axis.stride;
    const price = priceWith(wish, offset, turn);
    if (there !== here && price < dearest(wish)) partners.push({ offset, turn, price });
  }
  return partners.toSorted((left, right) => left.price - right.price);
}

function priceWith({ board, counts, cell, way, amount }: Wish, offset: number, turn: 1 | -1): number {
  const other = cell + offset;
  const room = turn === way ? amount : Math.min(amount, amountOf(counts, other));
  return priceOf(amountOf(board.costs, other), room);
}

function priceOf(cost: number, amount: number): number {
  return (cost + NEARLY_NOTHING) / amount;
}

function dearest({ hiding }: Wish): number {
  return hiding ? Infinity : 2 * NEARLY_NOTHING;
}
