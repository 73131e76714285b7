import { both, text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { WelfareProgramme } from '../programme/welfare-programme.entity.js';
import { readRefs } from '../../shared/reading/refs.js';
import { statisticKind } from './statistic-kind.js';
import { statisticResolvers } from './statistic-resolvers.js';
import { WelfareMetric, WelfareStatistic } from './welfare-statistic.entity.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads by which programmes welfare was given. */
@Resolver(() => WelfareStatistic)
class WelfareStatisticResolver {
  @FieldResolver(() => [WelfareProgramme], {
    description: both('Các chương trình thực hiện', 'Programmes by which it was given.'),
  })
  programmes(
    @Root() { programmes }: WelfareStatistic,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly WelfareProgramme[]> {
    return readRefs(read, WelfareProgramme, programmes);
  }
}

/** All resolvers of welfare statistics. */
export const WELFARE_STATISTIC_RESOLVERS = [
  WelfareStatisticResolver,
  ...statisticResolvers(
    statisticKind({
      type: WelfareStatistic,
      list: 'welfareStatistics',
      metric: WelfareMetric,
      title: text('Số liệu phúc lợi', 'Welfare figures.'),
    }),
  ),
];
