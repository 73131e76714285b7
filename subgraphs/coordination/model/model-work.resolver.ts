import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import { RegisterModelTypeInput, ReviewModelInput } from './model-inputs.js';
import { ModelReview } from './model-review.entity.js';
import { ModelType } from './model-type.entity.js';
import { MODEL_REGISTRARS, MODEL_REVIEWERS, register, review } from './model-work.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const RegisterModelTypePayload = payloadOf('registerModelType', ModelType);
const ReviewModelPayload = payloadOf('reviewModel', ModelReview);

/** Registers kinds of models and records what was found about them. */
@Resolver()
export class ModelWorkResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => RegisterModelTypePayload, {
    nullable: true,
    description: both('Đăng ký một loại mô hình', 'Registers a kind of model.'),
  })
  registerModelType(
    @Arg('input', () => RegisterModelTypeInput, { description: both('Loại mô hình', 'The kind of model.') })
    input: RegisterModelTypeInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<ModelType>> {
    return write.change({
      operation: 'registerModelType',
      answers: ModelType,
      by: MODEL_REGISTRARS,
      input,
      work: (tx) => Promise.resolve(register(tx, input)),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => ReviewModelPayload, {
    nullable: true,
    description: both(
      'Ghi kết quả đánh giá mô hình của tổ chức trong phạm vi của bạn',
      'Records what an organisation in your scope found about a kind of model.',
    ),
  })
  reviewModel(
    @Arg('input', () => ReviewModelInput, { description: both('Kết quả đánh giá', 'What was found.') })
    input: ReviewModelInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<ModelReview>> {
    return write.change({
      operation: 'reviewModel',
      answers: ModelReview,
      by: MODEL_REVIEWERS,
      input,
      work: (tx) => review(tx, input),
    });
  }
}
