import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { has } from '../../shared/reading/filter.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import { ofStandard } from './standard-recognition-list.js';
import { StandardStatistic } from './standard-statistic.js';
import { standardCounts } from './standard-statistic-list.js';
import { WAS_MET } from './standard-steps.js';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

/** What is counted. */
@ArgsType()
class StandardStatisticFilter {
  @Field(() => String, {
    nullable: true,
    description: both('Mã tiêu chuẩn', 'By the standard with this code.'),
  })
  readonly standard?: string;

  /** Unit: year. */
  @Field(() => Int, { nullable: true, description: both('Năm', 'In this year.') })
  readonly year?: number;
}

/** Counts yearly recognitions. */
@Resolver(() => StandardStatistic)
export class StandardStatisticResolver {
  @Query(() => [StandardStatistic], {
    nullable: true,
    description: both(
      'Số đối tượng đạt tiêu chuẩn theo năm và mức, năm mới nhất trước; chỉ số lượng',
      'How many met a standard, per year and grade, newest year first: counts only.',
    ),
  })
  async standardStatistics(
    @Args(() => StandardStatisticFilter) { standard, year }: StandardStatisticFilter,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly StandardStatistic[]> {
    const filters = [...(await ofStandard(read, standard)), ...has('year', year), ...has('state', WAS_MET)];
    return standardCounts(read, filters);
  }

  @FieldResolver(() => RecognitionStandard, {
    nullable: true,
    description: both('Tiêu chuẩn', 'The standard.'),
  })
  standard(@Root() { standardKey }: StandardStatistic, @Ctx() { read }: SubgraphContext) {
    return read.byKey(RecognitionStandard, standardKey);
  }
}
