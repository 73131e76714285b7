import { both } from '../../schema/contract/text.js';
import { LocalDate } from './values/local-date.js';
import { ArgsType, Field } from 'type-graphql';

/** The day that a question is about. */
@ArgsType()
export class AsOfArgs {
  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Vào ngày này; bỏ trống: một bản ghi lấy hôm nay (hoặc ngày cuối còn hiệu lực), một danh sách gồm mọi thời kỳ',
      'On this day. When not said: for one record today, or its last day; for a list all times.',
    ),
  })
  readonly asOf?: string;
}
