import { keyOf } from '../../../schema/contract/ids.js';
import { both, text } from '../../../schema/contract/text.js';
import { Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { StandardCriterion } from './standard-criterion.entity.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** The points of one criterion. */
@InputType({ description: both('Điểm của một tiêu chí', 'The points of one criterion.') })
export class CriterionPointsInput {
  @Field(() => ID, { description: both('Mã tiêu chí', 'Id of the criterion.') })
  readonly criterion!: string;

  /** Unit: points. */
  @Field(() => Int, {
    description: both('Điểm, từ 0 đến điểm tối đa', 'From none to the most that it gives.'),
  })
  readonly points!: number;
}

/**
 * Points by the key of the criterion, each criterion once and within its limit.
 *
 * @throws HubError INVALID_ID; Refusal INVALID_INPUT
 */
export function pointsBy(
  criteria: readonly StandardCriterion[],
  given: readonly CriterionPointsInput[],
): ReadonlyMap<string, number> {
  const points = new Map(given.map((each) => [keyOf('StandardCriterion', each.criterion), each.points]));
  const isWhole = given.length === criteria.length && criteria.every(({ key }) => points.has(key));
  if (!isWhole)
    throw wrongPoints(
      text(
        `Cần điểm của đúng ${criteria.length} tiêu chí.`,
        `Points by exactly ${criteria.length} criteria are needed.`,
      ),
    );
  for (const { key, code, maximumPoints } of criteria)
    if (!isWithin(points.get(key), maximumPoints))
      throw wrongPoints(
        text(
          `Điểm của tiêu chí ${code} từ 0 đến ${maximumPoints}.`,
          `Criterion ${code} gives 0 to ${maximumPoints} points.`,
        ),
      );
  return points;
}

function isWithin(points: number | undefined, most: number): boolean {
  return points !== undefined && points >= 0 && points <= most;
}

function wrongPoints(told: ReturnType<typeof text>): Refusal {
  return new Refusal(UserErrorCode.INVALID_INPUT, told, { field: 'points' });
}
