import { both } from '../../../schema/contract/text.js';
import { JsonColumn } from '../../shared/database/columns.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { DatePrecision, partialDate, type PartialDate } from '../../shared/values/partial-date.js';
import { Field, ObjectType } from 'type-graphql';
import { z } from 'zod';

/** The days that a report, a review or a figure covers, the last one included. */
@ObjectType({
  description: both(
    'Khoảng thời gian mà báo cáo, tổng kết hoặc số liệu bao quát',
    'The days that a report, a review or a figure covers.',
  ),
})
export class ReportedPeriod {
  @Field(() => LocalDate, { description: both('Ngày đầu', 'First day.') })
  readonly from!: string;

  @Field(() => LocalDate, { description: both('Ngày cuối, tính cả ngày này', 'Last day, included.') })
  readonly to!: string;

  @Field(() => DatePrecision, {
    description: both('Độ chính xác của hai đầu', 'How exactly the two ends are known.'),
  })
  readonly precision!: DatePrecision;

  @Field(() => String, {
    nullable: true,
    description: both('Nguyên văn cách nói', 'The period as worded by the source.'),
  })
  readonly text!: string | null;
}

/** Shortest period for which tips are counted. Unit: days from the first to the last. Source: domain rule, section 7. */
const YEAR = 364;
const DAY = 86_400_000;

/** Column of a period; written `{ from: "2018", to: "2023", text? }`, both ends with the same precision. */
export function periodColumn(options: { nullable?: boolean } = {}) {
  return { type: new JsonColumn<ReportedPeriod>(() => WRITTEN, revive), ...options };
}

/** Column of a period of a year or more. */
export function yearsColumn() {
  return { type: new JsonColumn<ReportedPeriod>(() => YEARS, revive) };
}

const WRITTEN = z
  .strictObject({ from: z.string(), to: z.string(), text: z.string().max(80).nullable().default(null) })
  .transform(({ from, to, text }, issues) => {
    const [first, last] = [partialDate(from), partialDate(to)];
    if (first && last && first.precision === last.precision && first.value <= last.value)
      return revive({ from: first.value, to: lastDay(last), precision: first.precision, text });
    issues.addIssue({ code: 'custom', message: 'write both ends alike, such as from "2018" to "2023"' });
    return z.NEVER;
  });

const YEARS = WRITTEN.refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / DAY >= YEAR, {
  error: 'a period of a year or more',
});

function revive(stored: ReportedPeriod): ReportedPeriod {
  return Object.assign(new ReportedPeriod(), stored);
}

function lastDay({ value, precision }: PartialDate): string {
  if (precision === DatePrecision.DAY) return value;
  if (precision === DatePrecision.YEAR) return `${value.slice(0, 4)}-12-31`;
  const [year, month] = value.split('-').map(Number);
  return new Date(Date.UTC(year as number, month as number, 0)).toISOString().slice(0, 10);
}
