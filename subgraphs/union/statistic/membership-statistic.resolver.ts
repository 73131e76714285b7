import { both, text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { DerivedQuantity } from '../../shared/values/quantity.js';
import { difference, isOfSameScope, percentage } from './derived.js';
import { MembershipMetric, MembershipStatistic } from './membership-statistic.entity.js';
import { statisticKind } from './statistic-kind.js';
import { statisticResolvers } from './statistic-resolvers.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads what can be computed from a membership figure and the whole of which it is a part. */
@Resolver(() => MembershipStatistic)
class MembershipStatisticResolver {
  @FieldResolver(() => MembershipStatistic, {
    nullable: true,
    description: both(
      'Tổng số mà số liệu này là một phần',
      'The figure of which the source says that this one is a part.',
    ),
  })
  async whole(
    @Root() figure: MembershipStatistic,
    @Ctx() { read }: SubgraphContext,
  ): Promise<MembershipStatistic | null> {
    return figure.whole === null ? null : read.beside(figure, MembershipStatistic, figure.whole);
  }

  @FieldResolver(() => DerivedQuantity, {
    nullable: true,
    description: both(
      'Phần còn lại của tổng số; với đoàn viên là người lao động chưa là đoàn viên',
      'The rest of the whole, computed; for members, the workers who are not members.',
    ),
  })
  async remainder(
    @Root() part: MembershipStatistic,
    @Ctx() context: SubgraphContext,
  ): Promise<DerivedQuantity | null> {
    const whole = await this.#comparableWhole(part, context);
    return whole && difference(whole.quantity, part.quantity);
  }

  @FieldResolver(() => DerivedQuantity, {
    nullable: true,
    description: both(
      'Phần còn lại của tổng số tại mốc so sánh, tính từ các mức tăng',
      'The rest of the whole at the earlier date, computed from both stated rises.',
    ),
  })
  async remainderAtBase(
    @Root() part: MembershipStatistic,
    @Ctx() context: SubgraphContext,
  ): Promise<DerivedQuantity | null> {
    const whole = await this.#comparableWhole(part, context);
    const isSameBase = whole?.changeSince?.value === part.changeSince?.value;
    return whole && isSameBase ? difference(whole.baseValue, part.baseValue) : null;
  }

  @FieldResolver(() => DerivedQuantity, {
    nullable: true,
    description: both(
      'Tỷ lệ phần trăm trong tổng số; với đoàn viên là tỷ lệ đoàn viên',
      'Percentage of the whole, computed; for members, the union density.',
    ),
  })
  async percentOfWhole(
    @Root() part: MembershipStatistic,
    @Ctx() context: SubgraphContext,
  ): Promise<DerivedQuantity | null> {
    const whole = await this.#comparableWhole(part, context);
    return whole && percentage(part.quantity, whole.quantity);
  }

  async #comparableWhole(
    part: MembershipStatistic,
    context: SubgraphContext,
  ): Promise<MembershipStatistic | null> {
    const whole = await this.whole(part, context);
    return whole && isOfSameScope(part, whole) ? whole : null;
  }
}

/** All resolvers of membership statistics. */
export const MEMBERSHIP_RESOLVERS = [
  MembershipStatisticResolver,
  ...statisticResolvers(
    statisticKind({
      type: MembershipStatistic,
      list: 'membershipStatistics',
      metric: MembershipMetric,
      title: text('Số liệu đoàn viên', 'Membership figures.'),
      apartFrom: 'tips-of-a-place',
    }),
  ),
];
