import { both, text } from '../../../schema/contract/text.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import { ReportedPeriod } from '../activity/reported-period.js';
import { Field, InputType } from 'type-graphql';

/** The days that a report or a review covers. */
@InputType({ description: both('Kỳ báo cáo hoặc đánh giá', 'The days that a report or a review covers.') })
export class CoveredPeriodInput {
  @Field(() => LocalDate, { description: both('Ngày đầu', 'First day.') })
  readonly from!: string;

  @Field(() => LocalDate, { description: both('Ngày cuối, tính cả ngày này', 'Last day, included.') })
  readonly to!: string;
}

/** The period as columns keep it. @throws Refusal INVALID_INPUT when it ends before it begins */
export function coveredPeriod({ from, to }: CoveredPeriodInput): ReportedPeriod {
  if (from <= to)
    return Object.assign(new ReportedPeriod(), { from, to, precision: DatePrecision.DAY, text: null });
  throw new Refusal(
    UserErrorCode.INVALID_INPUT,
    text('Kỳ phải bắt đầu trước khi kết thúc.', 'A period begins before it ends.'),
    { field: 'period' },
  );
}
