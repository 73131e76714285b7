import type { AwardAuthorityRule } from '../award/award-authority-rule.entity.js';
import type { AwardStep } from '../award/award-authority-rule.enums.js';

const DAY = 86_400_000;

/** How long a step may take by the rule, `null` where the rule does not say. Unit: working days. */
export function termOf({ deadlines }: Pick<AwardAuthorityRule, 'deadlines'>, step: AwardStep): number | null {
  return deadlines?.find((deadline) => deadline.step === step)?.workingDays ?? null;
}

/**
 * The day after so many working days, Monday to Friday, have passed in full since `day`. Public holidays are not known to
 * the hub and count as working days: a term may end too early by them, so the office may always wait longer.
 */
export function afterWorkingDays(day: string, count: number): string {
  let instant = Date.parse(`${day}T00:00:00Z`);
  for (let passed = 0; passed < count;) {
    instant += DAY;
    if (isWorkingDay(instant)) passed += 1;
  }
  return new Date(instant + DAY).toISOString().slice(0, 10);
}

function isWorkingDay(instant: number): boolean {
  const weekday = new Date(instant).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
