import { both } from '../../schema/contract/text.js';
import { LocalDate } from './values/local-date.js';
import { ArgsType, Field } from 'type-graphql';

/** The day on which the rows of a list hold. */
@ArgsType()
export class AsOfArgs {
  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Chỉ những gì có hiệu lực vào ngày này; bỏ trống: mọi thời kỳ',
      'Only what held on this day; all times when not said.',
    ),
  })
  readonly asOf?: string;
}

/** The day in the life of one record, on which what depends on the day is read. */
@ArgsType()
export class OnDayArgs {
  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Vào ngày này; bỏ trống: hôm nay, hoặc ngày cuối còn hiệu lực, hoặc ngày đầu nếu chưa bắt đầu',
      'On this day. When not said: today, or the last day of what has ended, or the first of what has not begun.',
    ),
  })
  readonly asOf?: string;
}

/** The day about which a question is, today or any other. */
@ArgsType()
export class TodayArgs {
  @Field(() => LocalDate, {
    nullable: true,
    description: both('Vào ngày này; bỏ trống: hôm nay', 'On this day; today when not said.'),
  })
  readonly asOf?: string;
}
