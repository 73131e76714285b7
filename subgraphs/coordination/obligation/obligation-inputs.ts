import { both } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { CoveredPeriodInput } from './covered-period.js';
import { Field, ID, InputType } from 'type-graphql';

/** A report that will be owed. */
@InputType({ description: both('Một báo cáo phải gửi', 'A report that will be owed.') })
export class ImposeObligationInput extends MutationInput {
  @Field(() => ID, { description: both('Mã tổ chức phải báo cáo', 'The organisation that owes it: its id.') })
  readonly reporter!: string;

  @Field(() => ID, {
    description: both(
      'Mã tổ chức nhận báo cáo, trong phạm vi của bạn',
      'The organisation that receives it, in your scope: its id.',
    ),
  })
  readonly recipient!: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã thỏa thuận làm căn cứ', 'The agreement under which it is owed: its id.'),
  })
  readonly agreement?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã văn bản làm căn cứ', 'The document under which it is owed: its id.'),
  })
  readonly document?: string | null;

  @Field(() => CoveredPeriodInput, { description: both('Kỳ báo cáo', 'The days that it covers.') })
  readonly period!: CoveredPeriodInput;

  @Field(() => LocalDate, {
    description: both('Hạn báo cáo, từ hôm nay', 'Last day on which it is on time, today at the earliest.'),
  })
  readonly dueOn!: string;
}

/** A report that has come. */
@InputType({ description: both('Một báo cáo đã nhận', 'A report that has come.') })
export class ReceiveReportInput extends ChangeInput {
  @Field(() => ID, { description: both('Mã văn bản báo cáo', 'The report, a document: its id.') })
  readonly report!: string;

  @Field(() => LocalDate, {
    description: both('Ngày nhận, không sau hôm nay', 'When it was received, today at the latest.'),
  })
  readonly receivedOn!: string;
}
