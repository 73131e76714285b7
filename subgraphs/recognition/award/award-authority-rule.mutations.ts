import { both } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef, isGiven } from '../../shared/reading/asked.js';
import { ChangeInput } from '../../shared/writing/input.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { mutationOf } from '../nomination/mutation.js';
import { AwardAuthorityRule } from './award-authority-rule.entity.js';
import { AwardStep } from './award-authority-rule.enums.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** How long one step may take. */
@InputType({ description: both('Thời hạn của một bước', 'How long one step may take.') })
class AwardDeadlineInput {
  @Field(() => AwardStep, { description: both('Bước', 'The step.') })
  readonly step!: AwardStep;

  /** Unit: working days. */
  @Field(() => Int, { description: both('Số ngày làm việc', 'Limit in working days.') })
  readonly workingDays!: number;
}

/** Parameters of a rule as its legal basis states them; what is left out stays as it is. */
@InputType({
  description: both(
    'Tham số của quy tắc theo căn cứ pháp lý; bỏ trống: giữ nguyên',
    'Parameters of a rule as its legal basis states them; what is left out stays as it is.',
  ),
})
class CorrectAuthorityRuleInput extends ChangeInput {
  @Field(() => [ID], {
    nullable: true,
    description: both('Mã các tổ chức có thẩm quyền', 'Ids of the organisations that hold the authority.'),
  })
  readonly authorities?: readonly string[];

  @Field(() => Boolean, {
    nullable: true,
    description: both('Có phải hiệp y', 'Whether the counterpart agency must be consulted.'),
  })
  readonly consultationRequired?: boolean;

  /** Unit: per cent of the council's members. */
  @Field(() => Int, {
    nullable: true,
    description: both(
      'Tỷ lệ thành viên phải bỏ phiếu (%)',
      "Per cent of the council's members that must vote.",
    ),
  })
  readonly quorum?: number;

  /** Unit: per cent of the votes. */
  @Field(() => Int, {
    nullable: true,
    description: both('Tỷ lệ phiếu đồng ý tối thiểu (%)', 'Least per cent of votes in favour.'),
  })
  readonly voteThreshold?: number;

  @Field(() => [AwardDeadlineInput], {
    nullable: true,
    description: both(
      'Thời hạn từng bước; có bước lấy ý kiến công khai thì phải lấy ý kiến',
      'Time limits; one for public comment says that the public has to be heard.',
    ),
  })
  readonly deadlines?: readonly AwardDeadlineInput[];
}

/** How the parameters of authority rules are entered, once somebody has read the law. */
export const ruleMutations = [
  mutationOf({
    name: 'correctAuthorityRule',
    description: both(
      'Bổ sung, sửa tham số của quy tắc thẩm quyền; quy tắc vẫn là chưa đối chiếu cho đến khi có nguồn; hồ sơ đã nộp giữ tham số khi nộp',
      'Enters or corrects the parameters of an authority rule, unverified as long as its source is; files handed in keep theirs.',
    ),
    answers: AwardAuthorityRule,
    by: ['DATA_STEWARD'],
    input: CorrectAuthorityRuleInput,
    work: correct,
  }),
] as const;

async function correct(tx: Transaction, input: CorrectAuthorityRuleInput): Promise<AwardAuthorityRule> {
  const rule = await tx.findExpected(AwardAuthorityRule, input);
  const { consultationRequired, quorum, voteThreshold, authorities } = input;
  const corrected = {
    consultationRequired,
    quorum,
    voteThreshold,
    authorities: authorities?.map((id) => askedRef(id, ORGANIZATION_TYPES)),
    deadlines: input.deadlines?.map(({ step, workingDays }) => ({ step, workingDays })),
  };
  return Object.assign(
    rule,
    Object.fromEntries(Object.entries(corrected).filter(([, value]) => isGiven(value))),
  );
}
