import { both } from '../../../schema/contract/text.js';
import { has, datedWithin } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import { Direction } from '../../shared/page.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { TeamKind } from './team-kind.js';
import { ArgsType, Field } from 'type-graphql';

/** Which figures on teams a list holds. */
@ArgsType()
export class TeamStatisticFilter {
  @Field(() => TeamKind, {
    nullable: true,
    description: both('Chỉ loại tổ này', 'On this kind of team only.'),
  })
  readonly kind?: TeamKind;

  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Chỉ số liệu đã có đến hết ngày này; bỏ trống: mọi thời điểm',
      'Only figures about this day or an earlier one; of all times when not said.',
    ),
  })
  readonly asOf?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Như đã ghi nhận đến hết ngày này', 'As it was recorded at the end of this day.'),
  })
  readonly asKnownOn?: string;
}

/** The figures on teams of a record, which is linked to them by the property; the latest first. */
export function teamStatisticsBy(
  property: string | undefined,
  { kind, asOf, asKnownOn }: TeamStatisticFilter,
): Listing {
  const filters = [...has('kind', kind), ...datedWithin('asOf', undefined, asOf)];
  return { by: property, filters, order: by('asOf', Direction.DESC), asKnownOn };
}
