import { both } from '../../../schema/contract/text.js';
import { Direction } from '../../shared/page.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { RecipientSide, RecognitionBatchKind, RecognitionStatus } from './recognition-batch.enums.js';
import { ArgsType, Field, ID, Int, registerEnumType } from 'type-graphql';

/** By what a list of batches can be sorted. */
export enum RecognitionBatchOrder {
  YEAR = 'YEAR',
  CONFERRED_AT = 'CONFERRED_AT',
}
registerEnumType(RecognitionBatchOrder, {
  name: 'RecognitionBatchOrder',
  description: both('Tiêu chí sắp xếp', 'By what a list of batches is sorted.'),
  valuesConfig: {
    YEAR: { description: both('Năm trao hoặc năm đề nghị', 'Year of conferral or proposal.') },
    CONFERRED_AT: {
      description: both('Thời điểm trao', 'When it was conferred; proposals count as earliest.'),
    },
  },
});

/** Which batches a list holds, and in which order. */
@ArgsType()
export class BatchFilter {
  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã tổ chức khen hoặc được đề nghị khen',
      'Given by, or asked of, this organisation: its id.',
    ),
  })
  readonly authority?: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã tổ chức của đối tượng được khen',
      'Whose recipients belong to this organisation: its id.',
    ),
  })
  readonly recipient?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức đề nghị', 'Proposed by this organisation: its id.'),
  })
  readonly proposedBy?: string;

  @Field(() => RecipientSide, { nullable: true, description: both('Bên được khen', 'For this side.') })
  readonly recipientSide?: RecipientSide;

  @Field(() => RecognitionBatchKind, { nullable: true, description: both('Đối tượng', 'Counting these.') })
  readonly kind?: RecognitionBatchKind;

  @Field(() => RecognitionStatus, { nullable: true, description: both('Tình trạng', 'In this state.') })
  readonly status?: RecognitionStatus;

  @Field(() => String, {
    nullable: true,
    description: both('Mã hình thức, ví dụ GIAY_KHEN', 'Of the form with this code, such as GIAY_KHEN.'),
  })
  readonly form?: string;

  @Field(() => Int, {
    nullable: true,
    description: both(
      'Năm trao; khi chưa trao: năm đề nghị',
      'Of this year of conferral, or else of proposal.',
    ),
  })
  readonly year?: number;

  @Field(() => ID, { nullable: true, description: both('Mã phong trào', 'For this movement: its id.') })
  readonly movement?: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã hoạt động, hội nghị trao thưởng',
      'At this activity, such as a conference: its id.',
    ),
  })
  readonly activity?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: both('Chỉ khen chéo giữa công đoàn và công an', 'Only those between unions and the police.'),
  })
  readonly crossAgencyOnly?: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Như đã ghi nhận đến hết ngày này', 'As it was recorded at the end of this day.'),
  })
  readonly asKnownOn?: string;

  @Field(() => RecognitionBatchOrder, {
    defaultValue: RecognitionBatchOrder.YEAR,
    description: both('Tiêu chí sắp xếp', 'By what to sort.'),
  })
  readonly orderBy!: RecognitionBatchOrder;

  @Field(() => Direction, {
    defaultValue: Direction.DESC,
    description: both('Chiều sắp xếp', 'Direction of the order.'),
  })
  readonly direction!: Direction;
}
