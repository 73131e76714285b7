import type { Chance } from './random.js';

/** The first day of the present administrative units. Source: domain guide, section 6. */
export const REORGANISED_ON = '2025-07-01';

/** The ten years that figures are about. Unit: year. */
export const YEARS: readonly number[] = Array.from({ length: 10 }, (_, index) => 2015 + index);

/** The properties of something that holds from a day on. */
export function since(validFrom: string) {
  return { validFrom, validFromPrecision: 'DAY' };
}

/** The properties of something that held from a day on until another. */
export function during(validFrom: string, validTo: string) {
  return { ...since(validFrom), validTo, validToPrecision: 'DAY' };
}

/** A date as columns keep it. */
export function dated(value: string) {
  return { value, precision: 'DAY', basis: 'STATED' };
}

/** An exact figure as columns keep it. */
export function exactly(value: number, unit: string) {
  return { value, comparator: 'EXACT', unit, text: null };
}

/** Some day of a year, of a month that every year has in full. */
export function someDay(chance: Chance, year: number): string {
  return `${year}-${padded(chance.between(1, 12))}-${padded(chance.between(1, 28))}`;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
