import { both } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { EndRecordInput } from '../recording/ending.js';
import { ReportedSourceInput } from '../recording/source-input.js';
import { Field, ID, InputType } from 'type-graphql';

const SOURCE = { description: both('Xuất xứ', 'Where it comes from.') };

/** Of what an organisation is in charge from a day on. */
@InputType({
  description: both('Địa bàn phụ trách từ một ngày', 'Of what an organisation is in charge from a day on.'),
})
export class AssignJurisdictionInput extends MutationInput {
  @Field(() => ID, { description: both('Tổ chức công đoàn phụ trách', 'The union in charge.') })
  readonly organization!: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Đơn vị hành chính; hoặc một khu', 'The administrative unit; else a zone.'),
  })
  readonly unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: both('Khu; hoặc một đơn vị hành chính', 'The zone; else an administrative unit.'),
  })
  readonly zone?: string | null;

  @Field(() => LocalDate, { description: both('Từ ngày', 'First day in charge.') })
  readonly from!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}

/** To whom a territory goes over, and when. */
@InputType({
  description: both(
    'Địa bàn chuyển cho tổ chức nào, từ ngày nào',
    'To whom a territory goes over, and when.',
  ),
})
export class TransferJurisdictionInput extends ChangeInput {
  @Field(() => ID, { description: both('Tổ chức nhận', 'The union that takes charge.') })
  readonly to!: string;

  @Field(() => LocalDate, { description: both('Từ ngày', 'First day under the other union.') })
  readonly on!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}

/** When a union was in charge no longer. */
@InputType({
  description: both('Ngày thôi phụ trách địa bàn', 'When a union was in charge no longer.'),
})
export class EndJurisdictionInput extends EndRecordInput {
  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}
