import { both, text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { UnionLevelPeriod } from '../organization/union-level-period.entity.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { readRefs } from '../../shared/reading/refs.js';
import { SocialChannelMetric, SocialChannelStatistic } from './social-channel-statistic.entity.js';
import { SocialChannelSummary, summaryOf } from './social-channel-summary.js';
import { StatisticDayArgs, statisticListing } from './statistic-filter.js';
import { statisticKind } from './statistic-kind.js';
import { statisticResolvers } from './statistic-resolvers.js';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads which levels manage the channels that were counted. */
@Resolver(() => SocialChannelStatistic)
class SocialChannelStatisticResolver {
  @FieldResolver(() => [UnionLevelPeriod], {
    description: both(
      'Các cấp công đoàn quản lý, kèm thời gian tồn tại của cấp đó',
      'Levels whose unions manage them, each with the time for which it existed.',
    ),
  })
  levels(
    @Root() { levels }: SocialChannelStatistic,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly UnionLevelPeriod[]> {
    return readRefs(read, UnionLevelPeriod, levels);
  }
}

/** Reads the channels of a union organisation's field as one summary. */
@Resolver(() => UnionOrganization)
class SocialChannelSummaryResolver {
  @FieldResolver(() => SocialChannelSummary, {
    nullable: true,
    description: both(
      'Kênh mạng xã hội theo cấp và tổng số; trống khi chưa có số liệu',
      'Social channels by level with their total; null when there are no figures.',
    ),
  })
  async socialChannelSummary(
    @Root() { key }: UnionOrganization,
    @Args(() => StatisticDayArgs) args: StatisticDayArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<SocialChannelSummary | null> {
    const listing = { ...statisticListing(args), by: 'organization' };
    return summaryOf(await read.whole(SocialChannelStatistic, listing, key));
  }
}

/** All resolvers of social-channel statistics. */
export const SOCIAL_CHANNEL_RESOLVERS = [
  SocialChannelStatisticResolver,
  SocialChannelSummaryResolver,
  ...statisticResolvers(
    statisticKind({
      type: SocialChannelStatistic,
      list: 'socialChannelStatistics',
      metric: SocialChannelMetric,
      title: text('Số liệu kênh mạng xã hội', 'Figures on social channels.'),
    }),
  ),
];
