import { both, text } from '../../../schema/contract/text.js';
import { isGiven } from '../../shared/reading/asked.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { Classification } from '../../shared/values/classification.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { digestOf, requireAnother, requireAppraiser } from './standard-appraiser.js';
import { StandardCriterion } from './standard-criterion.entity.js';
import { gradeOf } from './standard-grade.js';
import { StandardGradeThreshold } from './standard-grade-threshold.entity.js';
import { CriterionPointsInput, pointsBy } from './standard-points.js';
import type { StandardRecognition } from './standard-recognition.entity.js';
import { StandardGrade } from './standard-recognition.enums.js';
import { StandardScore } from './standard-score.entity.js';
import { standardStep } from './standard-step.js';
import { closingDay } from './standard-year.js';
import { Field, InputType } from 'type-graphql';

/** How a subject sees itself. */
@InputType({ description: both('Kết quả tự chấm điểm', 'How a subject scores itself.') })
class SelfAssessStandardInput extends ChangeInput {
  @Field(() => [CriterionPointsInput], {
    description: both(
      'Điểm của mọi tiêu chí của năm; trống khi tiêu chuẩn chưa có tiêu chí',
      'Points by every criterion of the year; empty where the standard has none yet.',
    ),
  })
  readonly points!: readonly CriterionPointsInput[];
}

/** How another unit sees it. */
@InputType({ description: both('Kết quả thẩm định', 'How the appraiser scores a subject.') })
class AppraiseStandardInput extends ChangeInput {
  @Field(() => [CriterionPointsInput], {
    description: both(
      'Điểm của mọi tiêu chí đã tự chấm',
      'Points by every criterion of the self-assessment.',
    ),
  })
  readonly points!: readonly CriterionPointsInput[];

  @Field(() => StandardGrade, {
    nullable: true,
    description: both(
      'Mức đề xuất khi tiêu chuẩn chưa có ngưỡng điểm; trống: không đạt. Có ngưỡng điểm thì mức được tính',
      'Proposed grade where no thresholds are known; none when not met. With thresholds the grade is computed.',
    ),
  })
  readonly grade?: StandardGrade;
}

/** How files are scored. */
export const scoringMutations = [
  standardStep({
    name: 'selfAssessStandard',
    step: 'selfAssess',
    description: both('Tự chấm điểm theo tiêu chí của năm', 'Scores a subject by the criteria of the year.'),
    input: SelfAssessStandardInput,
    work: selfAssess,
  }),
  standardStep({
    name: 'appraiseStandard',
    step: 'appraise',
    description: both(
      'Thẩm định; người và đơn vị khác bên tự chấm',
      'Appraises; another person and unit than those who assessed.',
    ),
    input: AppraiseStandardInput,
    work: appraise,
  }),
] as const;

async function selfAssess(
  tx: Transaction,
  recognition: StandardRecognition,
  input: SelfAssessStandardInput,
): Promise<void> {
  const criteria = await rulesOf(tx, StandardCriterion, recognition);
  const points = pointsBy(criteria, input.points);
  for (const { key } of criteria)
    tx.create(StandardScore, {
      classification: Classification.INTERNAL,
      recognition: recognition.key,
      criterion: key,
      selfAssessedPoints: points.get(key) ?? 0,
    });
  recognition.selfAssessingUnit = tx.actor.organization;
  recognition.selfAssessorDigest = digestOf(recognition.key, tx.actor.subject);
}

async function appraise(
  tx: Transaction,
  recognition: StandardRecognition,
  input: AppraiseStandardInput,
): Promise<void> {
  requireAnother(tx, recognition);
  await requireAppraiser(tx, recognition);
  const criteria = await score(tx, recognition, input);
  const thresholds = criteria.length > 0 ? await rulesOf(tx, StandardGradeThreshold, recognition) : [];
  if (thresholds.length > 0 && isGiven(input.grade)) throw computed();
  recognition.grade =
    thresholds.length > 0 ? gradeOf({ points: input.points, criteria, thresholds }) : (input.grade ?? null);
  recognition.appraisingUnit = tx.actor.organization;
  recognition.appraiserDigest = digestOf(recognition.key, tx.actor.subject);
  recognition.appraisedOn = tx.today;
}

/** Scores by the criteria of the self-assessment, whatever has become of them since. */
async function score(
  tx: Transaction,
  { key }: StandardRecognition,
  input: AppraiseStandardInput,
): Promise<readonly StandardCriterion[]> {
  const scores = await tx.em.find(StandardScore, { recognition: key });
  const found = scores.map(({ criterion }) => tx.read.byKey(StandardCriterion, criterion));
  const criteria = (await Promise.all(found)).filter((criterion) => criterion !== null);
  const points = pointsBy(criteria, input.points);
  for (const each of scores) each.appraisedPoints = points.get(each.criterion) ?? 0;
  return criteria;
}

/** The criteria or thresholds of a standard in the year of a file. */
function rulesOf<Rule extends StandardCriterion | StandardGradeThreshold>(
  { read }: Transaction,
  type: new () => Rule,
  { standard, year }: StandardRecognition,
): Promise<readonly Rule[]> {
  return read.whole(type, { by: 'standard', filters: heldOnDay(closingDay(year)), order: BY_KEY }, standard);
}

function computed(): Refusal {
  return new Refusal(
    UserErrorCode.INVALID_INPUT,
    text(
      'Tiêu chuẩn đã có ngưỡng điểm: mức được tính từ điểm, không nhập.',
      'The standard has thresholds: the grade follows from the points and is not given.',
    ),
    { field: 'grade' },
  );
}
