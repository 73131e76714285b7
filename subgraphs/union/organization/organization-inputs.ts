import { both } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { ReportedSourceInput } from '../recording/source-input.js';
import { UnionLevel } from './union-level.js';
import { UnionSuccessionKind } from './union-succession.entity.js';
import { Field, ID, InputType } from 'type-graphql';

const SOURCE = { description: both('Xuất xứ', 'Where it comes from.') };
const SYMBOL = both('Số hiệu văn bản pháp lý', 'Symbol of the legal document.');

/** A union organisation that is to come. */
@InputType({ description: both('Tổ chức công đoàn sắp thành lập', 'A union organisation that is to come.') })
export class PlanOrganizationInput extends MutationInput {
  @Field({ description: both('Tên gọi', 'Its name.') })
  readonly nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Its name in English.') })
  readonly nameEn?: string;

  @Field(() => String, { nullable: true, description: both('Tên viết tắt', 'Its abbreviated name.') })
  readonly abbreviation?: string;

  @Field(() => UnionLevel, { description: both('Cấp công đoàn', 'Its level.') })
  readonly level!: UnionLevel;

  @Field(() => LocalDate, { description: both('Ngày đầu dự kiến', 'The first day that is planned.') })
  readonly validFrom!: string;

  @Field(() => ID, { description: both('Công đoàn cấp trên trực tiếp', 'The union right above it.') })
  readonly parent!: string;

  @Field(() => [ID], {
    defaultValue: [],
    description: both(
      'Các đơn vị hành chính phụ trách',
      'Administrative units of which it will be in charge.',
    ),
  })
  readonly units!: readonly string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: both('Các khu phụ trách', 'Zones of which it will be in charge.'),
  })
  readonly zones!: readonly string[];

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}

/** When a planned organisation began. */
@InputType({ description: both('Ngày một tổ chức bắt đầu hoạt động', 'When a planned organisation began.') })
export class ActivateOrganizationInput extends ChangeInput {
  @Field(() => LocalDate, { description: both('Ngày đầu hoạt động', 'Its first day.') })
  readonly on!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}

/** One of those that follow an ended organisation. */
@InputType({ description: both('Một tổ chức kế tiếp', 'One of those that follow an ended organisation.') })
export class UnionSuccessorInput {
  @Field(() => ID, { description: both('Tổ chức kế tiếp', 'The union that follows.') })
  readonly organization!: string;

  @Field(() => UnionSuccessionKind, {
    description: both('Cách kế tiếp', 'How the one leads on to the other.'),
  })
  readonly kind!: UnionSuccessionKind;
}

/** When an organisation ended, by which document, and what followed it. */
@InputType({
  description: both(
    'Ngày kết thúc của tổ chức, văn bản và các tổ chức kế tiếp',
    'When an organisation ended, by which document, and what followed it.',
  ),
})
export class EndOrganizationInput extends ChangeInput {
  @Field(() => LocalDate, {
    description: both('Ngày đầu tiên không còn hoạt động', 'First day on which it is no more.'),
  })
  readonly on!: string;

  @Field(() => [UnionSuccessorInput], {
    description: both(
      'Các tổ chức kế tiếp, ít nhất một: khi giải thể là tổ chức nhận nhiệm vụ',
      'Those that follow, at least one: for what is dissolved, the one that takes its functions.',
    ),
  })
  readonly successors!: readonly UnionSuccessorInput[];

  @Field({ description: SYMBOL })
  readonly legalDocument!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}

/** Under which union an organisation stands from a day on. */
@InputType({
  description: both(
    'Cấp trên trực tiếp từ một ngày',
    'Under which union an organisation stands from a day on.',
  ),
})
export class PlaceUnderParentInput extends ChangeInput {
  @Field(() => ID, { description: both('Công đoàn cấp trên trực tiếp', 'The union right above it.') })
  readonly parent!: string;

  @Field(() => LocalDate, { description: both('Từ ngày', 'First day under it.') })
  readonly from!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}
