import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { RecipientKind } from '../award/award-authority-rule.enums.js';
import { AwardForm } from '../award/award-form.entity.js';
import { RecognitionBatch } from '../batch/recognition-batch.entity.js';
import { RecipientSide } from '../batch/recognition-batch.enums.js';
import { Decision } from '../decision/decision.entity.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { RecognitionState } from './recognition.enums.js';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** One award that was conferred on one recipient. It holds no name: that is the recipient's, who may withdraw it. */
@Entity({ tableName: 'recognition' })
@TotalsKept('form', 'recipientSide', 'state', 'year')
@Directive('@key(fields: "id")')
@ObjectType('Recognition', {
  implements: HubRecord,
  description: both('Một lần khen thưởng đã trao', 'One award that was conferred on one recipient.'),
})
export class Recognition extends HubRecord {
  @Unique()
  @ManyToOne(() => Nomination, { mapToPk: true, fieldName: 'nomination_key' })
  nomination!: string;

  @Index()
  @ManyToOne(() => AwardForm, { mapToPk: true, fieldName: 'form_key' })
  form!: string;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  authority!: string;

  @Index()
  @ManyToOne(() => Recipient, { mapToPk: true, fieldName: 'recipient_key' })
  recipient!: string;

  /** The enterprise that was recognised, where it is one. */
  @Index()
  @Property(refColumn(['Enterprise'], { nullable: true }))
  enterprise: string | null = null;

  /** To which the recipient belongs; none of an individual who may appear in counts alone. */
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES, { nullable: true }))
  organization: string | null = null;

  @Field(() => RecipientKind, { description: both('Loại đối tượng', 'What kind of recipient.') })
  @Enum({ items: () => RecipientKind })
  recipientKind!: RecipientKind;

  @Field(() => RecipientSide, { description: both('Bên được khen', 'On which side the recipient is.') })
  @Enum({ items: () => RecipientSide })
  recipientSide!: RecipientSide;

  @Index()
  @ManyToOne(() => Decision, { mapToPk: true, fieldName: 'decision_key' })
  decision!: string;

  @Field(() => LocalDate, { description: both('Ngày trao', 'Day of the conferral.') })
  @Property({ type: 'date' })
  conferredOn!: string;

  /** Unit: year. */
  @Field(() => Int, { description: both('Năm trao', 'Year of the conferral.') })
  @Index()
  @Property({ type: 'integer', nullable: true, generated: `(extract(year from conferred_on)::int) stored` })
  readonly year!: number;

  @Index()
  @Property(refColumn(['Activity'], { nullable: true }))
  activity: string | null = null;

  @Index()
  @ManyToOne(() => RecognitionBatch, { mapToPk: true, fieldName: 'batch_key', nullable: true })
  batch: string | null = null;

  @Field(() => RecognitionState, { description: both('Tình trạng', 'Whether it still holds.') })
  @Enum({ items: () => RecognitionState })
  state!: RecognitionState;
}
