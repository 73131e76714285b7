import { both } from '../../../schema/contract/text.js';
import { ReportedSourceInput } from '../../shared/sources/source-input.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { Field, ID, InputType } from 'type-graphql';

const SOURCE = { description: both('Xuất xứ', 'Where it comes from.') };

/** Of what a police organisation is in charge from a day on. */
@InputType('AssignPoliceJurisdictionInput', {
  description: both(
    'Địa bàn giao cho một tổ chức công an từ một ngày',
    'Of what a police organisation is in charge from a day on.',
  ),
})
export class AssignPoliceJurisdictionInput extends MutationInput {
  @Field(() => ID, {
    description: both(
      'Tổ chức công an, dưới tổ chức của bạn',
      'The police organisation, below your own organisation.',
    ),
  })
  readonly police!: string;

  @Field(() => ID, { description: both('Đơn vị hành chính', 'The administrative unit.') })
  readonly unit!: string;

  @Field(() => LocalDate, { description: both('Từ ngày', 'First day in charge.') })
  readonly from!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}

/** To which police organisation a territory goes over, and when. */
@InputType('TransferPoliceJurisdictionInput', {
  description: both(
    'Địa bàn chuyển cho tổ chức công an nào, từ ngày nào',
    'To which police organisation a territory goes over, and when.',
  ),
})
export class TransferPoliceJurisdictionInput extends ChangeInput {
  @Field(() => ID, {
    description: both('Tổ chức công an nhận', 'The police organisation that takes charge.'),
  })
  readonly to!: string;

  @Field(() => LocalDate, { description: both('Từ ngày', 'First day under the other organisation.') })
  readonly on!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}

/** When a police organisation was in charge no longer. */
@InputType('EndPoliceJurisdictionInput', {
  description: both(
    'Ngày tổ chức công an thôi phụ trách địa bàn',
    'When a police organisation was in charge no longer.',
  ),
})
export class EndPoliceJurisdictionInput extends ChangeInput {
  @Field(() => LocalDate, {
    description: both('Ngày đầu tiên không còn phụ trách', 'First day on which it is in charge no more.'),
  })
  readonly on!: string;

  @Field(() => ReportedSourceInput, SOURCE)
  readonly source!: ReportedSourceInput;
}
