import { both } from '../../../schema/contract/text.js';
import { Direction } from '../../shared/page.js';
import { isGiven } from '../../shared/reading/asked.js';
import { datedWithin, has, isRecord, lists, type Filter } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ActivityKind, ActivityLevel, ActivityState } from './activity-vocabulary.js';
import { ArgsType, Field, ID } from 'type-graphql';

/** Which activities of a record a list holds, and in which direction of time. */
@ArgsType()
export class ActivityFilter {
  @Field(() => ActivityKind, { nullable: true, description: both('Chỉ loại này', 'Of this kind only.') })
  readonly kind?: ActivityKind;

  @Field(() => ActivityState, {
    nullable: true,
    description: both('Ở trạng thái này', 'In this state only.'),
  })
  readonly state?: ActivityState;

  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Tổ chức từ ngày này; chỉ biết tháng hoặc năm thì tính nếu có thể; không có ngày thì bỏ qua',
      'Held on or after this day, as far as the date is known; those without a date are left out.',
    ),
  })
  readonly from?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Tổ chức đến hết ngày này; chỉ biết tháng hoặc năm thì tính nếu có thể; không có ngày thì bỏ qua',
      'Held on or before this day, as far as the date is known; those without a date are left out.',
    ),
  })
  readonly to?: string;

  @Field(() => Direction, {
    defaultValue: Direction.DESC,
    description: both(
      'Chiều sắp xếp theo ngày tổ chức; không có ngày coi như sớm nhất',
      'Direction of the order by date; those without a date count as earliest.',
    ),
  })
  readonly direction!: Direction;
}

/** Which activities the list of all holds. */
@ArgsType()
export class ActivitiesFilter extends ActivityFilter {
  @Field(() => ActivityLevel, { nullable: true, description: both('Chỉ cấp này', 'Of this level only.') })
  readonly level?: ActivityLevel;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã tổ chức chủ trì hoặc phối hợp',
      'Organised or joined by this organisation: its id.',
    ),
  })
  readonly organiser?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã địa bàn', 'In this administrative unit: its id.'),
  })
  readonly place?: string;

  @Field(() => ID, { nullable: true, description: both('Mã phong trào', 'Of this movement: its id.') })
  readonly movement?: string;
}

/** Properties of which one makes an organisation part of an activity. */
export const ORGANISED_BY = ['organisers', 'coOrganisers'] as const;

/** The activities of a record, which is linked to them by one of the properties. */
export function activitiesBy(
  property: Listing['by'],
  { kind, state, from, to, direction }: ActivityFilter,
  others: readonly Filter[] = [],
): Listing {
  const dated = datedWithin('heldOn', from, to);
  const filters = [...has('kind', kind), ...has('state', state), ...dated, ...others];
  return { by: property, filters, order: by('heldOn', direction) };
}

/** The list of all activities that the arguments leave. @throws HubError INVALID_ID */
export function activitiesLeft(asked: ActivitiesFilter): Listing {
  const { level, organiser, place, movement } = asked;
  return activitiesBy(isGiven(organiser) ? ORGANISED_BY : undefined, asked, [
    ...has('level', level),
    ...lists('places', place, ['AdministrativeUnit']),
    ...isRecord('movement', movement, 'Movement'),
  ]);
}
