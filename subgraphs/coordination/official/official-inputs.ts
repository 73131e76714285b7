import { both } from '../../../schema/contract/text.js';
import { ReportedSourceInput } from '../../shared/sources/source-input.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { Field, ID, InputType } from 'type-graphql';

const SOURCE = { description: both('Xuất xứ', 'Where it comes from.') };

/** Who takes which office, and when. */
@InputType('AppointOfficialInput', {
  description: both('Ai nhận chức vụ nào, từ ngày nào', 'Who takes which office, and when.'),
})
export class AppointOfficialInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: both(
      'Người đã có trong đồ thị; bỏ trống khi ghi tên mới',
      'The official, where known; else the name is said.',
    ),
  })
  readonly official?: string | null;

  @Field(() => String, {
    nullable: true,
    description: both(
      'Họ và tên của người chưa có trong đồ thị, chỉ chữ cái',
      'Full name of somebody not known so far, in letters alone.',
    ),
  })
  readonly name?: string | null;

  @Field({
    defaultValue: false,
    description: both(
      'Xác nhận đây là người khác, trùng họ tên với người đã giữ chức vụ tại tổ chức này',
      'Confirms that it is somebody else than the one of that name who held an office there.',
    ),
  })
  readonly isNamesake!: boolean;

  @Field(() => ID, {
    description: both('Tổ chức, thuộc phạm vi của bạn', 'The organisation, in your scope.'),
  })
  readonly organization!: string;

  @Field({ description: both('Chức vụ', 'The office, in Vietnamese.') })
  readonly officeVi!: string;

  @Field({ description: both('Chức vụ, tiếng Anh', 'The office, in English.') })
  readonly officeEn!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Cấp bậc hàm, nếu có', 'The rank, where there is one, in Vietnamese.'),
  })
  readonly rankVi?: string | null;

  @Field(() => String, {
    nullable: true,
    description: both('Cấp bậc hàm, tiếng Anh', 'The rank, where there is one, in English.'),
  })
  readonly rankEn?: string | null;

  @Field(() => LocalDate, { description: both('Ngày nhận chức vụ', 'First day in office.') })
  readonly from!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}

/** When an office was left. */
@InputType('EndOfficeHoldingInput', {
  description: both('Ngày thôi giữ chức vụ', 'When an office was left.'),
})
export class EndOfficeHoldingInput extends ChangeInput {
  @Field(() => LocalDate, {
    description: both('Ngày đầu tiên không còn giữ chức vụ', 'First day out of office.'),
  })
  readonly on!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}

/** Why an office held was recorded by mistake. */
@InputType('VoidOfficeHoldingInput', {
  description: both('Lý do hủy một lần ghi nhầm', 'Why an office held was recorded by mistake.'),
})
export class VoidOfficeHoldingInput extends ChangeInput {
  @Field({
    description: both(
      'Lý do, đến 1.000 ký tự; không nêu tên người',
      'Why, 1,000 characters at most; nobody is named.',
    ),
  })
  readonly reason!: string;
}

/** The right name of an official. */
@InputType('CorrectOfficialNameInput', {
  description: both('Họ và tên đúng của người giữ chức vụ', 'The right name of an official.'),
})
export class CorrectOfficialNameInput extends ChangeInput {
  @Field({ description: both('Họ và tên, chỉ chữ cái', 'Full name, in letters alone.') })
  readonly name!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}
