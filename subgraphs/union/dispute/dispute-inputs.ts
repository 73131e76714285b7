import { both } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { ClaimKind, WorkersBand } from './claim-vocabulary.js';
import { DisputeCause, DisputeKind, DisputeResolution } from './dispute-vocabulary.js';
import { Field, Float, ID, InputType } from 'type-graphql';

/** One claim of a dispute that is reported. */
@InputType({ description: both('Một yêu cầu của vụ việc', 'One claim of a dispute that is reported.') })
export class ReportedClaimInput {
  @Field(() => ClaimKind, { description: both('Loại yêu cầu', 'What is claimed.') })
  readonly kind!: ClaimKind;

  /** Unit: VND. */
  @Field(() => Float, {
    nullable: true,
    description: both(
      'Số tiền (đồng), số nguyên; trống khi không phải yêu cầu về tiền hoặc chưa rõ',
      'The sum in VND, whole; none when it is not about money, or not known.',
    ),
  })
  readonly amount?: number | null;

  @Field(() => WorkersBand, {
    description: both('Khoảng số người lao động liên quan', 'How many workers it is about.'),
  })
  readonly workersBand!: WorkersBand;

  @Field(() => String, {
    nullable: true,
    description: both(
      'Căn cứ pháp lý, đến 300 ký tự; không nêu tên người',
      'Legal basis, 300 characters at most; nobody is named.',
    ),
  })
  readonly legalBasis?: string | null;
}

/** A dispute that is reported. */
@InputType({ description: both('Vụ việc được báo cáo', 'A dispute that is reported.') })
export class ReportDisputeInput extends MutationInput {
  @Field(() => ID, { description: both('Mã doanh nghiệp', 'The enterprise: its id.') })
  readonly enterprise!: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã tổ chức công đoàn thụ lý; bỏ trống: tổ chức của bạn',
      'The union organisation that handles it: its id; your own when not said.',
    ),
  })
  readonly handlingUnion?: string | null;

  @Field(() => LocalDate, {
    description: both('Ngày bắt đầu, không sau hôm nay', 'Its first day, today at the latest.'),
  })
  readonly startedOn!: string;

  @Field(() => DisputeKind, { description: both('Loại vụ việc', 'What it is.') })
  readonly kind!: DisputeKind;

  @Field(() => DisputeCause, { description: both('Nguyên nhân', 'Why it began.') })
  readonly cause!: DisputeCause;

  @Field(() => ClaimKind, {
    description: both(
      'Loại yêu cầu chính, là một trong các yêu cầu',
      'Kind of its main claim, one of the claims.',
    ),
  })
  readonly mainClaim!: ClaimKind;

  @Field(() => [ReportedClaimInput], {
    description: both('Các yêu cầu, từ 1 đến 10', 'What is claimed, 1 to 10 claims.'),
  })
  readonly claims!: readonly ReportedClaimInput[];
}

/** A case that takes a step. */
@InputType({ description: both('Vụ việc và phiên bản đã đọc', 'The case, and the version that you read.') })
export class DisputeStepInput extends ChangeInput {}

/** What resolved a case. */
@InputType({ description: both('Vụ việc và cách giải quyết', 'A case, and what resolved it.') })
export class ResolveDisputeInput extends ChangeInput {
  @Field(() => DisputeResolution, { description: both('Cách giải quyết', 'What resolved it.') })
  readonly resolution!: DisputeResolution;
}

/** A claim of which something is stated. */
@InputType({ description: both('Yêu cầu và phiên bản đã đọc', 'The claim, and the version that you read.') })
export class ClaimStepInput extends ChangeInput {}

/** What was paid of a claim so far. */
@InputType({ description: both('Số tiền đã trả đến nay', 'What was paid of a claim so far.') })
export class RecordClaimPaymentInput extends ChangeInput {
  /** Unit: VND. */
  @Field(() => Float, {
    description: both(
      'Tổng số tiền đã trả (đồng): nhiều hơn lần trước, không quá số yêu cầu',
      'All that was paid so far, in VND: more than before, and no more than was claimed.',
    ),
  })
  readonly resolvedAmount!: number;
}
