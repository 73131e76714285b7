import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { AwardForm } from '../award/award-form.entity.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { ConsultationState, CounterpartSide } from './consultation.steps.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/**
 * That an agency is asked about a nomination of one of its own. It holds all that the counterpart needs, since the file
 * itself is not for it to read; its answer moves the file.
 */
@Entity({ tableName: 'consultation' })
@Check({
  name: 'consultation_answered_on_a_day',
  expression: `(answered_on is not null) = (state in ('ENDORSED', 'OBJECTED'))`,
})
@Directive('@key(fields: "id")')
@ObjectType('Consultation', {
  implements: HubRecord,
  description: both('Hiệp y khen thưởng', 'That an agency is asked about a nomination of one of its own.'),
})
export class Consultation extends HubRecord {
  @Index()
  @ManyToOne(() => Nomination, { mapToPk: true, fieldName: 'nomination_key' })
  nomination!: string;

  @Field(() => CounterpartSide, { description: both('Cơ quan được hỏi', 'Which agency is asked.') })
  @Enum({ items: () => CounterpartSide })
  counterpart!: CounterpartSide;

  /** To which the recipient belongs. */
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  organization!: string;

  @Property(refColumn(ORGANIZATION_TYPES))
  authority!: string;

  @ManyToOne(() => AwardForm, { mapToPk: true, fieldName: 'form_key' })
  form!: string;

  @Index()
  @ManyToOne(() => Recipient, { mapToPk: true, fieldName: 'recipient_key' })
  recipient!: string;

  @Field(() => LocalDate, { description: both('Thành tích từ ngày', 'First day of the achievement.') })
  @Property({ type: 'date' })
  achievedFrom!: string;

  @Field(() => LocalDate, { description: both('Thành tích đến hết ngày', 'Last day of the achievement.') })
  @Property({ type: 'date' })
  achievedTo!: string;

  @Field(() => ConsultationState, { description: both('Kết quả', 'What became of it.') })
  @Index()
  @Enum({ items: () => ConsultationState })
  state!: ConsultationState;

  @Field(() => LocalDate, { description: both('Ngày hỏi', 'Day on which it was asked.') })
  @Property({ type: 'date' })
  askedOn!: string;

  @Field(() => LocalDate, { description: both('Hạn trả lời', 'Last day for the answer.') })
  @Property({ type: 'date' })
  dueOn!: string;

  @Field(() => LocalDate, { nullable: true, description: both('Ngày trả lời', 'Day of the answer.') })
  @Property({ type: 'date', nullable: true })
  answeredOn: string | null = null;
}
