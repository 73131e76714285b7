import { Comparator, DerivedQuantity, differenceOf, type Quantity } from '../../shared/values/quantity.js';
import type { UnionStatistic } from './union-statistic.js';

/** `whole − part`; null when one is missing, the units differ, or one is only an order of magnitude. */
export function difference(whole: Quantity | null, part: Quantity | null): DerivedQuantity | null {
  if (!whole || !part || whole.unit !== part.unit) return null;
  const result = differenceOf(whole, part);
  return result && Object.assign(result, { unit: UNITS_OF_DIFFERENCES[whole.unit] ?? whole.unit });
}

/** The part as a percentage of the whole, to two decimals. Unit: percent. */
export function percentage(part: Quantity, whole: Quantity): DerivedQuantity | null {
  if (part.value === null || !whole.value || part.unit !== whole.unit) return null;
  const isExact = [part, whole].every(({ comparator }) => comparator === Comparator.EXACT);
  return Object.assign(new DerivedQuantity(), {
    value: Math.round((part.value / whole.value) * 10_000) / 100,
    comparator: isExact ? Comparator.EXACT : Comparator.ABOUT,
    unit: 'percent',
    text: null,
    formula: `${part.value} ÷ ${whole.value} × 100`,
  });
}

/** Whether one figure may be computed with the other as its whole: both are about the same scope and date. */
export function isOfSameScope(one: UnionStatistic, other: UnionStatistic): boolean {
  return (
    one.unit === other.unit &&
    one.organization === other.organization &&
    one.asOf.value === other.asOf.value &&
    one.asOf.precision === other.asOf.precision
  );
}

/** The difference of two shares is no share. */
const UNITS_OF_DIFFERENCES: Readonly<Record<string, string>> = { percent: 'percentage points' };
