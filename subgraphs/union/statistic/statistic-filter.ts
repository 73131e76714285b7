import { both } from '../../../schema/contract/text.js';
import { Direction } from '../../shared/page.js';
import { datedWithin, has } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { COUNTING_STATES, StatisticState } from './statistic-state.js';
import { ArgsType, Field } from 'type-graphql';

/** About which day figures are, and when they were known. */
@ArgsType()
export class StatisticDayArgs {
  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Số liệu tính đến ngày này, mới nhất đứng đầu',
      'Figures about this day or an earlier date; the latest come first.',
    ),
  })
  readonly asOf?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Như hệ thống đã ghi nhận đến hết ngày này',
      'As the hub knew them at the end of this day.',
    ),
  })
  readonly asKnownOn?: string;
}

/** Which figures a list holds, and in which order. */
@ArgsType()
export class StatisticFilter extends StatisticDayArgs {
  @Field(() => LocalDate, {
    nullable: true,
    description: both('Số liệu từ ngày này', 'Figures about this day or a later date.'),
  })
  readonly since?: string;

  @Field(() => StatisticState, {
    nullable: true,
    description: both(
      'Chỉ trạng thái này; bỏ trống: đã công bố hoặc đã đính chính',
      'In this state only; when not said, published or corrected ones.',
    ),
  })
  readonly state?: StatisticState;

  @Field(() => Direction, {
    nullable: true,
    description: both(
      'Chiều sắp xếp theo thời điểm, mặc định mới nhất trước',
      'Direction of the order by date; the latest first when not said.',
    ),
  })
  readonly direction?: Direction;
}

/** The list that a filter asks for. */
export function statisticListing(filter: StatisticFilter & { readonly metric?: string }): Listing {
  const { asOf, since, asKnownOn, state, metric, direction } = filter;
  return {
    filters: [
      ...datedWithin('asOf', since, asOf),
      ...has('state', state ?? COUNTING_STATES),
      ...has('metric', metric),
    ],
    order: by('asOf', direction ?? Direction.DESC),
    asKnownOn: asKnownOn ?? null,
  };
}
