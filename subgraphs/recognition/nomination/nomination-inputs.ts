import { both } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { Field, ID, InputType } from 'type-graphql';

/** A step that needs nothing but the file. */
@InputType({ description: both('Bước chỉ cần hồ sơ', 'A step that needs nothing but the file.') })
export class NominationStepInput extends ChangeInput {}

/** What is written of the achievement. */
const ACHIEVED = {
  from: { description: both('Thành tích từ ngày', 'First day of the achievement.') },
  to: { description: both('Thành tích đến hết ngày', 'Last day of the achievement.') },
  summary: {
    description: both(
      'Tóm tắt thành tích, không nêu tên người, tối đa 2000 ký tự',
      'Summary of the achievement, without names of people, at most 2000 characters.',
    ),
  },
};

/** A new file. */
@InputType({ description: both('Hồ sơ mới', 'A new file.') })
export class DraftNominationInput extends MutationInput {
  @Field(() => ID, { description: both('Mã đợt xét khen', 'Id of the round.') })
  readonly round!: string;

  @Field(() => ID, {
    description: both(
      'Mã quy tắc thẩm quyền, cho biết hình thức',
      'Id of the authority rule, which says the form.',
    ),
  })
  readonly rule!: string;

  @Field(() => ID, { description: both('Mã đối tượng', 'Id of the recipient.') })
  readonly recipient!: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã tổ chức đề nghị; bỏ trống: tổ chức của bạn',
      'Id of the organisation that nominates; your own when not said.',
    ),
  })
  readonly nominator?: string;

  @Field(() => LocalDate, ACHIEVED.from)
  readonly achievedFrom!: string;

  @Field(() => LocalDate, ACHIEVED.to)
  readonly achievedTo!: string;

  @Field(ACHIEVED.summary)
  readonly achievementSummary!: string;
}

/** What is corrected in a file. */
@InputType({ description: both('Nội dung sửa hồ sơ', 'What is corrected in a file.') })
export class ReviseNominationInput extends ChangeInput {
  @Field(() => LocalDate, ACHIEVED.from)
  readonly achievedFrom!: string;

  @Field(() => LocalDate, ACHIEVED.to)
  readonly achievedTo!: string;

  @Field(ACHIEVED.summary)
  readonly achievementSummary!: string;
}
