import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import { StandardCriterion } from './standard-criterion.entity.js';
import { StandardGradeThreshold } from './standard-grade-threshold.entity.js';
import { StandardScore } from './standard-score.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Adds to a standard how it is scored. */
@Resolver(() => RecognitionStandard)
class ScoringOfStandardResolver {
  @FieldResolver(() => [StandardCriterion], {
    description: both('Các tiêu chí chấm điểm', 'The criteria by which it is scored.'),
  })
  criteria(
    @Root() { key }: RecognitionStandard,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly StandardCriterion[]> {
    const listing = { by: 'standard', filters: heldOnDay(asOf), order: by('code') };
    return read.whole(StandardCriterion, listing, key);
  }

  @FieldResolver(() => [StandardGradeThreshold], {
    description: both('Ngưỡng điểm của các mức đạt', 'From which score on each grade is given.'),
  })
  gradeThresholds(
    @Root() { key }: RecognitionStandard,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly StandardGradeThreshold[]> {
    const listing = { by: 'standard', filters: heldOnDay(asOf), order: by('leastPercent') };
    return read.whole(StandardGradeThreshold, listing, key);
  }
}

/** Leads from a criterion to its standard. */
@Resolver(() => StandardCriterion)
class StandardCriterionResolver {
  @FieldResolver(() => RecognitionStandard, {
    nullable: true,
    description: both('Tiêu chuẩn', 'The standard.'),
  })
  standard(@Root() { standard }: StandardCriterion, @Ctx() { read }: SubgraphContext) {
    return read.byKey(RecognitionStandard, standard);
  }
}

/** Leads from a threshold to its standard. */
@Resolver(() => StandardGradeThreshold)
class StandardGradeThresholdResolver {
  @FieldResolver(() => RecognitionStandard, {
    nullable: true,
    description: both('Tiêu chuẩn', 'The standard.'),
  })
  standard(@Root() { standard }: StandardGradeThreshold, @Ctx() { read }: SubgraphContext) {
    return read.byKey(RecognitionStandard, standard);
  }
}

/** Leads from points to what they are given for. */
@Resolver(() => StandardScore)
class StandardScoreResolver {
  @FieldResolver(() => StandardCriterion, { nullable: true, description: both('Tiêu chí', 'The criterion.') })
  criterion(@Root() { criterion }: StandardScore, @Ctx() { read }: SubgraphContext) {
    return read.byKey(StandardCriterion, criterion);
  }
}

/** How standards are scored, as clients read it. */
export const standardRuleResolvers = [
  ScoringOfStandardResolver,
  StandardCriterionResolver,
  StandardGradeThresholdResolver,
  StandardScoreResolver,
] as const;
