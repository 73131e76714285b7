import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { ConsentState } from './consent.steps.js';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Whether a recipient agrees to be nominated and named; one for each recipient. */
@Entity({ tableName: 'consent' })
@Directive('@key(fields: "id")')
@ObjectType('Consent', {
  implements: HubRecord,
  description: both(
    'Sự đồng ý của đối tượng được khen',
    'Whether a recipient agrees to be nominated and named.',
  ),
})
export class Consent extends HubRecord {
  @Unique()
  @ManyToOne(() => Recipient, { mapToPk: true, fieldName: 'recipient_key' })
  recipient!: string;

  @Field(() => ConsentState, { description: both('Tình trạng', 'How far it has come.') })
  @Index()
  @Enum({ items: () => ConsentState })
  state!: ConsentState;

  @Field(() => LocalDate, { nullable: true, description: both('Ngày hỏi', 'Day on which it was asked for.') })
  @Property({ type: 'date', nullable: true })
  requestedOn: string | null = null;

  @Field(() => LocalDate, { nullable: true, description: both('Ngày trả lời', 'Day of the answer.') })
  @Property({ type: 'date', nullable: true })
  answeredOn: string | null = null;

  @Field(() => LocalDate, { nullable: true, description: both('Ngày rút', 'Day on which it was withdrawn.') })
  @Property({ type: 'date', nullable: true })
  withdrawnOn: string | null = null;
}
