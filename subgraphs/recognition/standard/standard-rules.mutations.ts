import { both, text } from '../../../schema/contract/text.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { knownRecord } from '../../shared/writing/known-record.js';
import { mutationOf } from '../nomination/mutation.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import { StandardCriterion } from './standard-criterion.entity.js';
import { StandardGradeThreshold } from './standard-grade-threshold.entity.js';
import { StandardGrade } from './standard-recognition.enums.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A part of how a standard is scored. */
@InputType()
abstract class StandardRuleInput extends MutationInput {
  @Field(() => ID, { description: both('Mã tiêu chuẩn', 'Id of the standard.') })
  readonly standard!: string;

  @Field(() => LocalDate, { description: both('Áp dụng từ ngày', 'First day on which it holds.') })
  readonly validFrom!: string;
}

/** A criterion to be added. */
@InputType({ description: both('Tiêu chí mới', 'A criterion to be added.') })
class AddStandardCriterionInput extends StandardRuleInput {
  @Field({ description: both('Mã tiêu chí, ví dụ 1.2', 'Code within the standard, such as 1.2.') })
  readonly code!: string;

  @Field({ description: both('Nội dung tiêu chí', 'What is asked, in Vietnamese.') })
  readonly textVi!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Nội dung tiêu chí, tiếng Anh', 'What is asked, in English.'),
  })
  readonly textEn?: string;

  /** Unit: points. */
  @Field(() => Int, { description: both('Điểm tối đa', 'The most points that it gives.') })
  readonly maximumPoints!: number;
}

/** A threshold to be added. */
@InputType({ description: both('Ngưỡng điểm mới', 'A threshold to be added.') })
class AddGradeThresholdInput extends StandardRuleInput {
  @Field(() => StandardGrade, { description: both('Mức đạt', 'The grade.') })
  readonly grade!: StandardGrade;

  /** Unit: per cent. */
  @Field(() => Int, {
    description: both('Tỷ lệ tối thiểu trên tổng điểm tối đa (%)', 'Least per cent of all points.'),
  })
  readonly leastPercent!: number;
}

/** When a part of how a standard is scored ends. */
@InputType({ description: both('Thôi áp dụng', 'When something no longer holds.') })
class EndStandardRuleInput extends ChangeInput {
  @Field(() => LocalDate, {
    description: both('Thôi áp dụng từ ngày', 'First day on which it no longer holds.'),
  })
  readonly validTo!: string;
}

const STEWARD = ['DATA_STEWARD'] as const;

/** How stewards keep the criteria and thresholds of standards; what they enter has yet to be verified. */
export const standardRuleMutations = [
  mutationOf({
    name: 'addStandardCriterion',
    description: both('Thêm một tiêu chí chấm điểm', 'Adds a criterion to a standard.'),
    answers: StandardCriterion,
    by: STEWARD,
    input: AddStandardCriterionInput,
    work: async (tx, input) => {
      const { code, textVi, textEn, maximumPoints } = input;
      const values = { code, textVi, textEn: textEn ?? null, maximumPoints };
      return tx.create(StandardCriterion, { ...(await heldFrom(tx, input)), ...values });
    },
  }),
  mutationOf({
    name: 'addGradeThreshold',
    description: both('Thêm ngưỡng điểm của một mức đạt', 'Adds the threshold of a grade to a standard.'),
    answers: StandardGradeThreshold,
    by: STEWARD,
    input: AddGradeThresholdInput,
    work: async (tx, input) => {
      const { grade, leastPercent } = input;
      return tx.create(StandardGradeThreshold, { ...(await heldFrom(tx, input)), grade, leastPercent });
    },
  }),
  mutationOf({
    name: 'endStandardCriterion',
    description: both('Ghi một tiêu chí thôi áp dụng', 'Records that a criterion no longer holds.'),
    answers: StandardCriterion,
    by: STEWARD,
    input: EndStandardRuleInput,
    work: async (tx, input) => ended(await tx.findExpected(StandardCriterion, input), input),
  }),
  mutationOf({
    name: 'endGradeThreshold',
    description: both('Ghi một ngưỡng điểm thôi áp dụng', 'Records that a threshold no longer holds.'),
    answers: StandardGradeThreshold,
    by: STEWARD,
    input: EndStandardRuleInput,
    work: async (tx, input) => ended(await tx.findExpected(StandardGradeThreshold, input), input),
  }),
] as const;

async function heldFrom(tx: Transaction, { standard, validFrom }: StandardRuleInput) {
  const { key } = await knownRecord(tx, RecognitionStandard, standard);
  return { standard: key, validFrom, validFromPrecision: DatePrecision.DAY };
}

function ended<Rule extends StandardCriterion | StandardGradeThreshold>(
  rule: Rule,
  { validTo }: EndStandardRuleInput,
): Rule {
  guard(
    rule.validTo === null,
    'still-holds',
    text('Đã ghi ngày thôi áp dụng.', 'It is already known when it no longer holds.'),
  );
  rule.validTo = validTo;
  rule.validToPrecision = DatePrecision.DAY;
  return rule;
}
