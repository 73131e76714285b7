/** A value at an instant. */
export interface Point {
  /** Unit: milliseconds. */
  readonly at: number;
  readonly value: number;
}

/** How a value develops. */
export interface Trend {
  readonly mean: number;
  /** By how much it grows from the first point to the last one, along the line of least squares. */
  readonly rise: number;
}

/** The line through points, by least squares. */
export function trendOf(points: readonly Point[]): Trend {
  const middle = meanOf(points.map(({ at }) => at));
  const mean = meanOf(points.map(({ value }) => value));
  const spread = sumOf(points.map(({ at }) => (at - middle) ** 2));
  if (spread === 0) return { mean, rise: 0 };
  const slope = sumOf(points.map(({ at, value }) => (at - middle) * (value - mean))) / spread;
  const span = (points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0);
  return { mean, rise: slope * span };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : sumOf(values) / values.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
