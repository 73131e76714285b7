/** A side of a table of counts, such as the provinces or the kinds of dispute. */
export interface Dimension {
  readonly name: string;
  /** Every value that the answer may speak of, those without a single case included. */
  readonly values: readonly string[];
}

/** Where a cell lies: a value of every dimension, or null (or nothing) for the total over that dimension. */
export type Place = Readonly<Record<string, string | null>>;

/** How many cases one innermost cell has. */
export interface CellCount {
  readonly at: Place;
  /** Unit: cases. */
  readonly count: number;
}

/**
 * All that is ever to be published about some cases, as one table: every case lies in exactly one innermost cell.
 * What overlaps (tips, and the valuable ones among them) becomes a dimension of its own (valuable, not valuable);
 * cases whose value is unknown need a value that says so, because totals are computed.
 */
export interface CountTable {
  /** One to three. */
  readonly dimensions: readonly Dimension[];
  /** A cell that is not named has no cases. */
  readonly counts: readonly CellCount[];
  /** Cells that are publicly known not to exist; null stands for every value. Zero cases are no such statement. */
  readonly impossible?: readonly Place[];
}
