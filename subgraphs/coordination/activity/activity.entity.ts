import { both } from '../../../schema/contract/text.js';
import {
  partialDateColumn,
  quantityColumn,
  refColumn,
  refListColumn,
} from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { PartialDate } from '../../shared/values/partial-date.js';
import { Quantity } from '../../shared/values/quantity.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { Movement } from '../movement/movement.entity.js';
import { ActivityTopic, topicsColumn } from './activity-topic.js';
import { ActivityKind, ActivityLevel, ActivityRecurrence, ActivityState } from './activity-vocabulary.js';
import { ActivityPlaceKind, AudienceKind } from './audience.js';
import { enumListColumn } from './enum-list.js';
import { periodColumn, ReportedPeriod } from './reported-period.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/**
 * Something that the two sides did together, once or again and again.
 *
 * Conferences of several levels share a title: an activity is told apart by level, organiser and date.
 */
@Entity({ tableName: 'activity' })
@TotalsKept('kind', 'level', 'state')
@Directive('@key(fields: "id")')
@ObjectType('Activity', {
  implements: HubRecord,
  description: both('Hoạt động phối hợp', 'Something that the two sides did together.'),
})
export class Activity extends HubRecord {
  @Field(() => ActivityKind, { description: both('Loại hoạt động', 'What was done.') })
  @Enum({ items: () => ActivityKind })
  kind!: ActivityKind;

  @Field(() => ActivityLevel, { description: both('Cấp tổ chức', 'Level at which it was organised.') })
  @Enum({ items: () => ActivityLevel })
  level!: ActivityLevel;

  @Field({ description: both('Tên hoạt động', 'Name in Vietnamese.') })
  @Property({ type: 'text' })
  nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Name in English.') })
  @Property({ type: 'text', nullable: true })
  nameEn: string | null = null;

  @Index({ type: 'gin' })
  @Property(refListColumn(ORGANIZATION_TYPES))
  organisers: readonly string[] = [];

  @Index({ type: 'gin' })
  @Property(refListColumn(ORGANIZATION_TYPES))
  coOrganisers: readonly string[] = [];

  @Index({ type: 'gin' })
  @Property(refListColumn(['AdministrativeUnit']))
  places: readonly string[] = [];

  @Field(() => [ActivityPlaceKind], {
    description: both('Các loại địa bàn hướng tới', 'The kinds of place at which it aims.'),
  })
  @Property(enumListColumn(ActivityPlaceKind))
  placeKinds: readonly ActivityPlaceKind[] = [];

  @Field(() => [ActivityTopic], { description: both('Các nội dung', 'What it speaks about.') })
  @Property(topicsColumn())
  topics: readonly ActivityTopic[] = [];

  @Field(() => [AudienceKind], { description: both('Đối tượng', 'For whom it is meant.') })
  @Property(enumListColumn(AudienceKind))
  audienceKinds: readonly AudienceKind[] = [];

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Ngày dự kiến, theo kế hoạch', 'For when it was planned.'),
  })
  @Property({ type: 'date', nullable: true })
  plannedFor: string | null = null;

  @Field(() => PartialDate, {
    nullable: true,
    description: both(
      'Ngày tổ chức; trống khi lặp lại hoặc nguồn không nêu',
      'When it was held; null when it is repeated or no source says.',
    ),
  })
  @Property(partialDateColumn())
  heldOn: PartialDate | null = null;

  @Field(() => ActivityRecurrence, {
    nullable: true,
    description: both(
      'Nhịp lặp lại; trống khi diễn ra một lần hoặc nguồn không nêu',
      'How often it is repeated; null when held once or no source says.',
    ),
  })
  @Enum({ items: () => ActivityRecurrence, nullable: true })
  recurrence: ActivityRecurrence | null = null;

  @Field(() => ReportedPeriod, {
    nullable: true,
    description: both('Giai đoạn được tổng kết', 'The period that it reviews or that is reported on.'),
  })
  @Property(periodColumn({ nullable: true }))
  periodReviewed: ReportedPeriod | null = null;

  @Index()
  @ManyToOne(() => Movement, { mapToPk: true, fieldName: 'movement_key', nullable: true })
  movement: string | null = null;

  @Index()
  @Property(refColumn(['CoordinationAgreement'], { nullable: true }))
  agreement: string | null = null;

  @Field(() => Quantity, {
    nullable: true,
    description: both('Số người dự, theo khoảng', 'How many took part, as a band.'),
  })
  @Property(quantityColumn({ nullable: true }))
  participantsBand: Quantity | null = null;

  @Field(() => ActivityState, { description: both('Trạng thái', 'How far it has come.') })
  @Enum({ items: () => ActivityState })
  state!: ActivityState;

  /** Mark of the officer who planned it; null for what is known from sources. */
  @Property({ type: 'text', nullable: true })
  plannedBy: string | null = null;
}
