/**
 * The rule that keeps two publications from telling what one of them hides: **each closed year is published once, as
 * a table of its own, counted as it was known on the day it closed.**
 *
 * What is recorded or corrected afterwards never changes a published table, so there is no difference to take; and
 * years are not summed, so a new year adds no total that shares cases with an older one. A year must not be
 * counted in two tables (one by province and kind, another by zone), nor at another day of knowledge.
 */
const CLOSES_ON = '03-31';

/** The day at whose end a year's cases are counted. Source: the hub's own choice; no legal rule is known. */
export function closingDay(year: number): string {
  return `${String(year + 1).padStart(4, '0')}-${CLOSES_ON}`;
}

/** Whether a year may be published on a day: after the day it closed. */
export function isClosed(year: number, today: string): boolean {
  return today > closingDay(year);
}
