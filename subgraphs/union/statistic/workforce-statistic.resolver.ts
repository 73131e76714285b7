import { both, text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { DerivedQuantity } from '../../shared/values/quantity.js';
import { difference } from './derived.js';
import { statisticKind } from './statistic-kind.js';
import { statisticResolvers } from './statistic-resolvers.js';
import { WorkforceMetric, WorkforceStatistic } from './workforce-statistic.entity.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads a workforce figure beside the earlier one of its source. */
@Resolver(() => WorkforceStatistic)
class WorkforceStatisticResolver {
  @FieldResolver(() => WorkforceStatistic, {
    nullable: true,
    description: both(
      'Số liệu trước đó mà nguồn dùng để so sánh',
      'The earlier figure with which the source compares this one.',
    ),
  })
  async earlier(
    @Root() figure: WorkforceStatistic,
    @Ctx() { read }: SubgraphContext,
  ): Promise<WorkforceStatistic | null> {
    return figure.earlier === null ? null : read.beside(figure, WorkforceStatistic, figure.earlier);
  }

  @FieldResolver(() => DerivedQuantity, {
    nullable: true,
    description: both(
      'Mức tăng so với số liệu trước đó, do hệ thống tính',
      'The rise since the earlier figure, computed.',
    ),
  })
  async rise(
    @Root() figure: WorkforceStatistic,
    @Ctx() context: SubgraphContext,
  ): Promise<DerivedQuantity | null> {
    const earlier = await this.earlier(figure, context);
    return earlier && difference(figure.quantity, earlier.quantity);
  }
}

/** All resolvers of workforce statistics. */
export const WORKFORCE_RESOLVERS = [
  WorkforceStatisticResolver,
  ...statisticResolvers(
    statisticKind({
      type: WorkforceStatistic,
      list: 'workforceStatistics',
      metric: WorkforceMetric,
      title: text('Số liệu lao động', 'Workforce figures.'),
    }),
  ),
];
