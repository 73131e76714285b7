import { both } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { TeamKind } from './team-kind.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A team to be. */
@InputType({ description: both('Tổ dự kiến', 'A team to be.') })
export class ProposeTeamInput extends MutationInput {
  @Field(() => TeamKind, { description: both('Loại tổ', 'Where it will work.') })
  readonly kind!: TeamKind;

  @Field(() => ID, {
    description: both('Mã địa bàn', 'The administrative unit in which it will work: its id.'),
  })
  readonly place!: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức công đoàn hỗ trợ', 'The union organisation that will support it: its id.'),
  })
  readonly supportingUnion?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã đơn vị công an hướng dẫn', 'The police organisation that will guide it: its id.'),
  })
  readonly guidingPolice?: string | null;
}

/** When a team was established. */
@InputType({
  description: both('Tổ được thành lập, và ngày thành lập', 'A team that is established, and when.'),
})
export class EstablishTeamInput extends ChangeInput {
  @Field(() => LocalDate, {
    description: both('Ngày thành lập, không sau hôm nay', 'When it was established, today at the latest.'),
  })
  readonly establishedOn!: string;
}

/** A team that begins to work, or begins again. */
@InputType({
  description: both('Tổ bắt đầu hoặc trở lại hoạt động', 'A team that begins to work, or begins again.'),
})
export class ActivateTeamInput extends ChangeInput {}

/** A team that pauses. */
@InputType({ description: both('Tổ tạm ngừng', 'A team that pauses.') })
export class SuspendTeamInput extends ChangeInput {}

/** A team that ends. */
@InputType({ description: both('Tổ giải thể', 'A team that ends.') })
export class DissolveTeamInput extends ChangeInput {}

/** A team that goes on within another. */
@InputType({ description: both('Tổ hợp nhất vào một tổ khác', 'A team that goes on within another.') })
export class MergeTeamInput extends ChangeInput {
  @Field(() => ID, {
    description: both('Mã tổ nhận hợp nhất', 'The team that takes it in: its id.'),
  })
  readonly into!: string;
}

/** Who stands behind a team, and where it works, after a reorganisation; what is not said stays. */
@InputType({
  description: both(
    'Tổ chức đứng sau tổ và địa bàn sau sắp xếp; bỏ trống thì giữ nguyên',
    'Who stands behind a team, and where it works, after a reorganisation; what is not said stays.',
  ),
})
export class RepointTeamInput extends ChangeInput {
  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức công đoàn hỗ trợ mới', 'The new supporting union: its id.'),
  })
  readonly supportingUnion?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã đơn vị công an hướng dẫn mới', 'The new guiding police organisation: its id.'),
  })
  readonly guidingPolice?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã địa bàn mới', 'The new administrative unit: its id.'),
  })
  readonly place?: string | null;
}

/** A training that a team had. */
@InputType({ description: both('Một đợt tập huấn của tổ', 'A training that a team had.') })
export class RecordTeamTrainingInput extends ChangeInput {
  @Field(() => ID, {
    description: both('Mã hoạt động tập huấn đã tổ chức', 'The training, an activity that was held: its id.'),
  })
  readonly training!: string;
}

/** How many belong to a team. */
@InputType({ description: both('Số thành viên của tổ', 'How many belong to a team.') })
export class ReportTeamSizeInput extends ChangeInput {
  /** Unit: people. */
  @Field(() => Int, { description: both('Số thành viên (người), từ 1', 'Members, in people; 1 at least.') })
  readonly memberCount!: number;
}
