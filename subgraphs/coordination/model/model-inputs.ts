import { both } from '../../../schema/contract/text.js';
import { MutationInput } from '../../shared/writing/input.js';
import { CoveredPeriodInput } from '../obligation/covered-period.js';
import { ModelVerdict } from './model-review.entity.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A kind of model to be registered. */
@InputType({ description: both('Loại mô hình cần đăng ký', 'A kind of model to be registered.') })
export class RegisterModelTypeInput extends MutationInput {
  @Field({ description: both('Tên loại mô hình', 'Its name in Vietnamese.') })
  readonly nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Its name in English.') })
  readonly nameEn?: string | null;

  @Field(() => [String], {
    defaultValue: [],
    description: both('Các cách gọi khác', 'Other wordings of the name.'),
  })
  readonly variants!: readonly string[];
}

/** What an organisation found about a kind of model. */
@InputType({
  description: both('Kết quả đánh giá một loại mô hình', 'What an organisation found about a kind of model.'),
})
export class ReviewModelInput extends MutationInput {
  @Field(() => ID, { description: both('Mã loại mô hình', 'The kind of model: its id.') })
  readonly modelType!: string;

  @Field(() => ID, {
    description: both(
      'Mã tổ chức đánh giá, trong phạm vi của bạn',
      'The reviewing organisation, in your scope: its id.',
    ),
  })
  readonly reviewer!: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã địa bàn; bỏ trống: toàn phạm vi của tổ chức đánh giá',
      'The administrative unit: its id. When not said, all that the reviewer answers for.',
    ),
  })
  readonly place?: string | null;

  @Field(() => CoveredPeriodInput, {
    description: both(
      'Kỳ đánh giá, kết thúc không sau hôm nay',
      'The days that it covers, up to today at most.',
    ),
  })
  readonly period!: CoveredPeriodInput;

  @Field(() => ModelVerdict, { description: both('Kết luận', 'What it says.') })
  readonly verdict!: ModelVerdict;

  /** Unit: places. */
  @Field(() => Int, {
    nullable: true,
    description: both('Số nơi đã nhân rộng', 'In how many places it was replicated.'),
  })
  readonly replicatedCount?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã văn bản đánh giá', 'The document with the review: its id.'),
  })
  readonly document?: string | null;
}
