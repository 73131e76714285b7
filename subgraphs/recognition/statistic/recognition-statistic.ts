import { both } from '../../../schema/contract/text.js';
import { Certainty } from '../../shared/values/provenance.js';
import { DerivedQuantity } from '../../shared/values/quantity.js';
import { RecognitionStatus } from '../batch/recognition-batch.enums.js';
import { Field, Int, ObjectType } from 'type-graphql';

/** Recognitions of one authority, form, year and state, counted together. Computed at each question, never stored. */
@ObjectType({
  description: both(
    'Số khen thưởng theo thẩm quyền, hình thức, năm và tình trạng; do hệ thống cộng, chỉ số lượng',
    'Recognitions per authority, form, year and state: added up by the hub, counts only.',
  ),
})
export class RecognitionStatistic {
  /** Reference of the organisation that gives the award or is asked to. */
  readonly authorityRef!: string;

  /** Key of the form of award. */
  readonly formKey!: string;

  @Field({ description: both('Người hoặc cơ quan khen', 'Who gives the award, in Vietnamese.') })
  readonly authorityOfficeVi!: string;

  @Field({ description: both('Người hoặc cơ quan khen, tiếng Anh', 'Who gives the award, in English.') })
  readonly authorityOfficeEn!: string;

  /** Unit: year. */
  @Field(() => Int, {
    nullable: true,
    description: both('Năm trao; khi chưa trao: năm đề nghị', 'Year of conferral, or else of proposal.'),
  })
  readonly year!: number | null;

  @Field(() => RecognitionStatus, { description: both('Tình trạng', 'State of what is counted.') })
  readonly status!: RecognitionStatus;

  @Field(() => DerivedQuantity, {
    nullable: true,
    description: both(
      'Tổng số kèm phép tính; trống khi có đợt chỉ nêu cỡ số',
      'The total with its calculation; null when a batch only tells an order of magnitude.',
    ),
  })
  readonly count!: DerivedQuantity | null;

  /** Unit: batches. */
  @Field(() => Int, { description: both('Số đợt được cộng', 'Number of batches added up.') })
  readonly batchCount!: number;

  @Field(() => Certainty, { description: both('Luôn là DERIVED', 'Always DERIVED.') })
  readonly certainty = Certainty.DERIVED;
}
