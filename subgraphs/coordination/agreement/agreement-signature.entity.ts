import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { OfficeHolding } from '../official/office-holding.entity.js';
import { CoordinationAgreement } from './coordination-agreement.entity.js';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** That one party signed an agreement, as the party's own officer recorded it. */
@Entity({ tableName: 'agreement_signature' })
@Unique({ properties: ['agreement', 'party'] })
@Directive('@key(fields: "id")')
@ObjectType('AgreementSignature', {
  implements: HubRecord,
  description: both('Chữ ký của một bên trong thỏa thuận', 'That one party signed an agreement.'),
})
export class AgreementSignature extends HubRecord {
  @ManyToOne(() => CoordinationAgreement, { mapToPk: true, fieldName: 'agreement_key' })
  agreement!: string;

  /** The organisation that agreed. */
  @Property(refColumn(ORGANIZATION_TYPES))
  party!: string;

  @Field(() => LocalDate, { description: both('Ngày ký', 'When it signed.') })
  @Property({ type: 'date' })
  signedOn!: string;

  /** Key of the office held by whoever signed. */
  @ManyToOne(() => OfficeHolding, { mapToPk: true, fieldName: 'signatory_key' })
  signatory!: string;

  /** Mark of the officer who recorded it. */
  @Property({ type: 'text' })
  recordedBy!: string;
}
