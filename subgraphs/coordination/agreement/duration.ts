import { both } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Certainty } from '../../shared/values/provenance.js';
import { Field, Int, ObjectType } from 'type-graphql';

/** A length of time that the hub computed from two days; it is never stored. */
@ObjectType('DerivedDuration', {
  description: both(
    'Khoảng thời gian do hệ thống tính từ hai ngày',
    'A length of time computed from two days, never a reported one.',
  ),
})
export class DerivedDuration {
  @Field(() => Int, { description: both('Số năm tròn', 'Full years.') })
  readonly years!: number;

  @Field(() => Int, { description: both('Số tháng tròn còn lại', 'Full months beyond the years.') })
  readonly months!: number;

  @Field(() => Int, { description: both('Số ngày còn lại', 'Days beyond the months.') })
  readonly days!: number;

  @Field(() => LocalDate, { description: both('Tính từ ngày', 'Counted from this day.') })
  readonly from!: string;

  @Field(() => LocalDate, { description: both('Tính đến ngày', 'Counted up to this day, not included.') })
  readonly until!: string;

  @Field(() => Certainty, { description: both('Luôn là giá trị tính ra', 'Always DERIVED.') })
  readonly certainty!: Certainty;
}

/** The calendar time from one day up to another, not included; null when there is none. */
export function durationBetween(from: string, until: string): DerivedDuration | null {
  if (until <= from) return null;
  const months = fullMonths(from, until);
  const days = (Date.parse(until) - Date.parse(addMonths(from, months))) / DAY;
  return {
    years: Math.floor(months / 12),
    months: months % 12,
    days,
    from,
    until,
    certainty: Certainty.DERIVED,
  };
}

/** Unit: milliseconds. */
const DAY = 86_400_000;

function fullMonths(from: string, until: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [untilYear = 0, untilMonth = 0] = until.split('-').map(Number);
  const months = (untilYear - fromYear) * 12 + untilMonth - fromMonth;
  return addMonths(from, months) > until ? months - 1 : months;
}

/** The same day of a later month, or its last day where the month is shorter. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
