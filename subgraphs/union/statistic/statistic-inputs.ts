import { both } from '../../../schema/contract/text.js';
import { Comparator } from '../../shared/values/quantity.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { ReportedSourceInput } from '../recording/source-input.js';
import { Field, Float, ID, InputType } from 'type-graphql';

/** A number as a source words it. */
@InputType({ description: both('Đại lượng như nguồn nêu', 'A number as a source words it.') })
export class ReportedQuantityInput {
  @Field(() => Float, {
    nullable: true,
    description: both(
      'Giá trị; chỉ bỏ trống khi nguồn chỉ nêu cỡ số',
      'The number; left out for an order of magnitude, and only then.',
    ),
  })
  readonly value?: number;

  @Field(() => Comparator, {
    defaultValue: Comparator.EXACT,
    description: both('Cách nói', 'How it relates to the true number.'),
  })
  readonly comparator!: Comparator;

  @Field({ description: both('Đơn vị, tiếng Anh', 'Unit, in English, such as persons.') })
  readonly unit!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Nguyên văn con số, đến 80 ký tự', 'The figure as worded, 80 characters at most.'),
  })
  readonly text?: string;
}

const CHANGE_SINCE = dated('Mốc so sánh của mức tăng', 'The date against which the rise is stated');
const QUANTITY = both('Giá trị như nguồn nêu', 'The figure as reported.');
const CHANGE = both('Mức tăng như nguồn nêu', 'The rise as the source states it.');
const SOURCE = both('Xuất xứ của số liệu', 'Where the figure comes from.');

/** What is reported of every kind of figure. */
@InputType()
export abstract class ReportStatisticInput extends MutationInput {
  @Field(() => ID, {
    description: both(
      'Tổ chức công đoàn có số liệu thuộc phạm vi',
      'The union in whose field the figure lies.',
    ),
  })
  readonly organization!: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Địa bàn của số liệu', 'Territory that the figure covers.'),
  })
  readonly unit?: string;

  @Field({ description: dated('Thời điểm của số liệu', 'The date that it is about') })
  readonly asOf!: string;

  @Field(() => String, {
    nullable: true,
    description: dated(
      'Đầu kỳ, khi là kết quả của một giai đoạn',
      'Beginning of the period, for the result of one',
    ),
  })
  readonly periodStart?: string;

  @Field(() => ReportedQuantityInput, { description: QUANTITY })
  readonly quantity!: ReportedQuantityInput;

  @Field(() => ReportedQuantityInput, { nullable: true, description: CHANGE })
  readonly change?: ReportedQuantityInput;

  @Field(() => String, { nullable: true, description: CHANGE_SINCE })
  readonly changeSince?: string;

  @Field(() => ReportedSourceInput, { description: SOURCE })
  readonly source!: ReportedSourceInput;
}

/** A figure that becomes public. */
@InputType({ description: both('Số liệu cần công bố', 'A figure that becomes public.') })
export class PublishStatisticInput extends ChangeInput {}

/** A published figure as it should have been; the earlier version is kept. */
@InputType({
  description: both(
    'Số liệu đúng thay cho số đã công bố; phần mức tăng bỏ trống sẽ bị xóa, phiên bản cũ vẫn được giữ',
    'The figure as it should have been: a rise that is left out is taken away, and the earlier version is kept.',
  ),
})
export class CorrectStatisticInput extends ChangeInput {
  @Field(() => ReportedQuantityInput, { description: QUANTITY })
  readonly quantity!: ReportedQuantityInput;

  @Field(() => ReportedQuantityInput, { nullable: true, description: CHANGE })
  readonly change?: ReportedQuantityInput;

  @Field(() => String, { nullable: true, description: CHANGE_SINCE })
  readonly changeSince?: string;

  @Field(() => ReportedSourceInput, { description: SOURCE })
  readonly source!: ReportedSourceInput;
}

/** A published figure that is not to be used any more, and who says so. */
@InputType({
  description: both(
    'Số liệu đã công bố cần rút và bên yêu cầu rút',
    'A published figure that is not to be used any more, and who says so.',
  ),
})
export class WithdrawStatisticInput extends ChangeInput {
  @Field(() => ReportedSourceInput, { description: SOURCE })
  readonly source!: ReportedSourceInput;
}

function dated(vi: string, en: string): string {
  return both(`${vi}: viết 2024, 2024-03 hoặc 2024-03-31`, `${en}: written 2024, 2024-03 or 2024-03-31.`);
}
