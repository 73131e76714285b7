import { both } from '../../../schema/contract/text.js';
import { PartialDate } from '../../shared/values/partial-date.js';
import { DerivedQuantity, sumOf } from '../../shared/values/quantity.js';
import { isOfSameScope } from './derived.js';
import { SocialChannelStatistic } from './social-channel-statistic.entity.js';
import { Field, ObjectType } from 'type-graphql';

/** The latest figures on social channels, level by level, with their computed total. */
@ObjectType({
  description: both(
    'Số liệu mới nhất về kênh mạng xã hội theo cấp, kèm tổng số do hệ thống tính',
    'The latest figures on social channels, level by level, with their computed total.',
  ),
})
export class SocialChannelSummary {
  @Field(() => PartialDate, { description: both('Thời điểm của số liệu', 'The date of the figures.') })
  readonly asOf!: PartialDate;

  @Field(() => [SocialChannelStatistic], {
    description: both('Theo cấp quản lý, ít đến nhiều', 'By managing level, the smallest first.'),
  })
  readonly byLevel!: readonly SocialChannelStatistic[];

  @Field(() => DerivedQuantity, {
    nullable: true,
    description: both(
      'Tổng số do hệ thống tính; trống khi có số chỉ nêu cỡ',
      'Computed total; null when one is only an order of magnitude.',
    ),
  })
  readonly total!: DerivedQuantity | null;
}

/** Sums up figures that come latest first; null when there are none. */
export function summaryOf(figures: readonly SocialChannelStatistic[]): SocialChannelSummary | null {
  const [latest] = figures;
  if (!latest) return null;
  const byLevel = figures
    .filter((figure) => isOfSameScope(figure, latest))
    .toSorted((one, other) => (one.quantity.value ?? 0) - (other.quantity.value ?? 0));
  return { asOf: latest.asOf, byLevel, total: sumOf(byLevel.map(({ quantity }) => quantity)) };
}
