import { both } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { ClaimKind, WorkersBand } from './claim-vocabulary.js';
import { ReportedClaimInput } from './dispute-inputs.js';
import { DisputeCause, DisputeKind } from './dispute-vocabulary.js';
import { Field, Float, ID, InputType } from 'type-graphql';

/** Why something is corrected. */
@InputType()
export abstract class CorrectionInput extends ChangeInput {
  @Field({
    description: both(
      'Lý do đính chính, đến 300 ký tự; không nêu tên người',
      'Why it is corrected, 300 characters at most; nobody is named.',
    ),
  })
  readonly reason!: string;
}

/** What is right about a case; what is not said stays. */
@InputType({
  description: both(
    'Nội dung đúng của vụ việc; phần không nêu giữ nguyên',
    'What is right about a case; what is not said stays.',
  ),
})
export class CorrectDisputeInput extends CorrectionInput {
  @Field(() => ID, { nullable: true, description: both('Mã doanh nghiệp', 'The enterprise: its id.') })
  readonly enterprise?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Ngày bắt đầu, không sau hôm nay', 'Its first day, today at the latest.'),
  })
  readonly startedOn?: string | null;

  @Field(() => DisputeKind, { nullable: true, description: both('Loại vụ việc', 'What it is.') })
  readonly kind?: DisputeKind | null;

  @Field(() => DisputeCause, { nullable: true, description: both('Nguyên nhân', 'Why it began.') })
  readonly cause?: DisputeCause | null;

  @Field(() => ClaimKind, {
    nullable: true,
    description: both(
      'Loại yêu cầu chính, là một trong các yêu cầu',
      'Kind of its main claim, one of the claims.',
    ),
  })
  readonly mainClaim?: ClaimKind | null;
}

/** What is right about a claim; what is not said stays. */
@InputType({
  description: both(
    'Nội dung đúng của yêu cầu; phần không nêu giữ nguyên',
    'What is right about a claim; what is not said stays.',
  ),
})
export class CorrectClaimInput extends CorrectionInput {
  @Field(() => ClaimKind, {
    nullable: true,
    description: both(
      'Loại yêu cầu; của yêu cầu chính thì loại của vụ việc đổi theo',
      'What is claimed; the kind of the case follows that of its main claim.',
    ),
  })
  readonly kind?: ClaimKind | null;

  /** Unit: VND. */
  @Field(() => Float, {
    nullable: true,
    description: both(
      'Số tiền (đồng), kể cả khi nay mới rõ',
      'The sum in VND, also where it has become known since.',
    ),
  })
  readonly amount?: number | null;

  /** Unit: VND. */
  @Field(() => Float, {
    nullable: true,
    description: both(
      'Số tiền thực đã trả (đồng), từ 0 đến số tiền yêu cầu',
      'What was really paid, in VND: from 0 to what is claimed.',
    ),
  })
  readonly resolvedAmount?: number | null;

  @Field(() => WorkersBand, {
    nullable: true,
    description: both('Khoảng số người lao động liên quan', 'How many workers it is about.'),
  })
  readonly workersBand?: WorkersBand | null;

  @Field(() => String, {
    nullable: true,
    description: both(
      'Căn cứ pháp lý, đến 300 ký tự; không nêu tên người',
      'Legal basis, 300 characters at most; nobody is named.',
    ),
  })
  readonly legalBasis?: string | null;
}

/** A claim that was made after its case was reported. */
@InputType({
  description: both(
    'Yêu cầu được nêu sau khi vụ việc đã báo cáo',
    'A claim made after its case was reported.',
  ),
})
export class AddClaimInput extends ChangeInput {
  @Field(() => ReportedClaimInput, { description: both('Yêu cầu', 'The claim.') })
  readonly claim!: ReportedClaimInput;
}
