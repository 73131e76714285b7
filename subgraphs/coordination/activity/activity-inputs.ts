import { both } from '../../../schema/contract/text.js';
import { Classification } from '../../shared/values/classification.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { ActivityKind, ActivityLevel } from './activity-vocabulary.js';
import { ActivityPlaceKind, AudienceKind } from './audience.js';
import { ProductInput, ReportedCountInput } from './report-inputs.js';
import { Field, ID, InputType } from 'type-graphql';

/** What an activity is to speak about. */
@InputType('ActivityTopicInput', {
  description: both('Một nội dung của hoạt động', 'What an activity is to speak about.'),
})
export class TopicInput {
  @Field(() => String, {
    nullable: true,
    description: both('Mã nội dung, ví dụ BLACK_CREDIT', 'Stable code, such as BLACK_CREDIT.'),
  })
  readonly code?: string | null;

  @Field({ description: both('Tên nội dung', 'The topic in Vietnamese.') })
  readonly nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'The topic in English.') })
  readonly nameEn?: string | null;
}

/** The days that an activity is to review. */
@InputType('ReviewedPeriodInput', {
  description: both('Giai đoạn được tổng kết', 'The days that an activity is to review.'),
})
export class PeriodInput {
  @Field(() => LocalDate, { description: both('Ngày đầu', 'First day.') })
  readonly from!: string;

  @Field(() => LocalDate, { description: both('Ngày cuối, tính cả ngày này', 'Last day, included.') })
  readonly to!: string;
}

/** An activity to be; nobody who is to take part is named. */
@InputType('PlanActivityInput', {
  description: both('Hoạt động dự kiến', 'An activity to be; nobody who is to take part is named.'),
})
export class PlanActivityInput extends MutationInput {
  @Field(() => ActivityKind, { description: both('Loại hoạt động', 'What is to be done.') })
  readonly kind!: ActivityKind;

  @Field(() => ActivityLevel, { description: both('Cấp tổ chức', 'Level at which it is organised.') })
  readonly level!: ActivityLevel;

  @Field({ description: both('Tên hoạt động', 'Name in Vietnamese.') })
  readonly nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Name in English.') })
  readonly nameEn?: string | null;

  @Field(() => [ID], { description: both('Các đơn vị chủ trì', 'The organisations that organise it.') })
  readonly organisers!: readonly string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: both('Các đơn vị phối hợp', 'The organisations that help them.'),
  })
  readonly coOrganisers!: readonly string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: both(
      'Các đơn vị hành chính nơi tổ chức',
      'The administrative units in which it takes place.',
    ),
  })
  readonly places!: readonly string[];

  @Field(() => [ActivityPlaceKind], {
    defaultValue: [],
    description: both('Các loại địa bàn hướng tới', 'The kinds of place at which it aims.'),
  })
  readonly placeKinds!: readonly ActivityPlaceKind[];

  @Field(() => [TopicInput], { defaultValue: [], description: both('Các nội dung', 'What it speaks about.') })
  readonly topics!: readonly TopicInput[];

  @Field(() => [AudienceKind], { defaultValue: [], description: both('Đối tượng', 'For whom it is meant.') })
  readonly audienceKinds!: readonly AudienceKind[];

  @Field(() => LocalDate, { nullable: true, description: both('Ngày dự kiến', 'For when it is planned.') })
  readonly plannedFor?: string | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: both('Giai đoạn được tổng kết', 'The period that it is to review.'),
  })
  readonly periodReviewed?: PeriodInput | null;

  @Field(() => ID, { nullable: true, description: both('Phong trào', 'The movement to which it belongs.') })
  readonly movement?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: both('Thỏa thuận làm căn cứ', 'The agreement under which it is held.'),
  })
  readonly agreement?: string | null;

  @Field(() => Classification, {
    defaultValue: Classification.INTERNAL,
    description: both('Phạm vi được đọc: PUBLIC hoặc INTERNAL', 'Who may read it: PUBLIC or INTERNAL.'),
  })
  readonly classification!: Classification;
}

/** A plan that is approved. */
@InputType('ApproveActivityInput', { description: both('Hoạt động được duyệt', 'A plan that is approved.') })
export class ApproveActivityInput extends ChangeInput {}

/** A plan that is dropped. */
@InputType('CancelActivityInput', { description: both('Hoạt động bị hủy', 'A plan that is dropped.') })
export class CancelActivityInput extends ChangeInput {}

/** When an activity was held. */
@InputType('HoldActivityInput', { description: both('Ngày tổ chức', 'When an activity was held.') })
export class HoldActivityInput extends ChangeInput {
  @Field(() => LocalDate, { description: both('Ngày, không sau hôm nay', 'The day, today at the latest.') })
  readonly heldOn!: string;
}

/** What came of an activity, in figures. */
@InputType('ReportActivityInput', {
  description: both('Kết quả hoạt động, bằng số liệu', 'What came of an activity, in figures.'),
})
export class ReportActivityInput extends ChangeInput {
  @Field(() => ReportedCountInput, {
    nullable: true,
    description: both('Số người dự, theo khoảng', 'How many took part, as a band.'),
  })
  readonly participantsBand?: ReportedCountInput | null;

  @Field(() => [ProductInput], {
    defaultValue: [],
    description: both('Sản phẩm tuyên truyền đã làm', 'The communication products that it brought forth.'),
  })
  readonly products!: readonly ProductInput[];

  @Field({ defaultValue: false, description: both('Công khai từ nay', 'Public from now on.') })
  readonly publish!: boolean;
}
