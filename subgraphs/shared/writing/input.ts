import { both } from '../../../schema/contract/text.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** What the input of every mutation carries. */
@InputType()
export abstract class MutationInput {
  @Field({
    description: both(
      'Khóa lũy đẳng do người gọi đặt, 8 đến 100 ký tự: gửi lại cùng khóa không làm lại lần hai',
      'Idempotency key of your choice, 8 to 100 characters: what is sent again with it is not done again.',
    ),
  })
  readonly idempotencyKey!: string;
}

/** What the input of a mutation of one record carries. */
@InputType()
export abstract class ChangeInput extends MutationInput {
  @Field(() => ID, { description: both('Mã bản ghi', 'Id of the record.') })
  readonly id!: string;

  @Field(() => Int, {
    description: both(
      'Phiên bản đã đọc; khác đi thì từ chối',
      'The version that you read; another is refused.',
    ),
  })
  readonly expectedVersion!: number;
}
