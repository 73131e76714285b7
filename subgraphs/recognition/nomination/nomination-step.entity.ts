import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Nomination } from './nomination.entity.js';
import { NominationAct, NominationState } from './nomination.enums.js';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/**
 * One step of a nomination. The database writes it whenever the state changes, numbers it without gaps, and never
 * changes it; nobody else can write here. `subjectDigest` tells whether two steps of one file were taken by the same
 * account and nothing more; the graph does not show it.
 */
@Entity({ tableName: 'nomination_step' })
@Unique({ properties: ['nomination', 'ordinal'] })
@Directive('@key(fields: "id")')
@ObjectType('NominationStep', {
  implements: HubRecord,
  description: both('Một bước xử lý đã thực hiện của hồ sơ', 'One step that a nomination has taken.'),
})
export class NominationStep extends HubRecord {
  @ManyToOne(() => Nomination, { mapToPk: true, fieldName: 'nomination_key' })
  nomination!: string;

  /** Unit: position from 1. */
  @Field(() => Int, { description: both('Thứ tự, từ 1, không khuyết', 'Position, from 1 without gaps.') })
  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => NominationAct, { description: both('Bước', 'What was done.') })
  @Enum({ items: () => NominationAct })
  act!: NominationAct;

  @Field(() => NominationState, { nullable: true, description: both('Từ tình trạng', 'State before it.') })
  @Enum({ items: () => NominationState, nullable: true })
  fromState: NominationState | null = null;

  @Field(() => NominationState, { description: both('Sang tình trạng', 'State after it.') })
  @Enum({ items: () => NominationState })
  toState!: NominationState;

  @Field(() => LocalDate, { description: both('Ngày thực hiện', 'Day on which it was taken.') })
  @Property({ type: 'date' })
  takenOn!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Vai trò của người thực hiện', 'Role in which it was taken; null for the hub itself.'),
  })
  @Property({ type: 'text', nullable: true })
  role: string | null = null;

  @Property(refColumn(ORGANIZATION_TYPES, { nullable: true }))
  organization: string | null = null;

  @Property({ type: 'text', nullable: true })
  subjectDigest: string | null = null;
}
