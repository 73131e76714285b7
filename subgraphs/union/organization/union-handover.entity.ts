import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { UnionOrganization } from './union-organization.entity.js';
import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** That all unions right below one went over to another on one day, by one document. */
@Entity({ tableName: 'union_handover' })
@Check({ name: 'union_handover_between_two', expression: 'from_key <> to_key' })
@Check({ name: 'union_handover_of_some', expression: 'moved_count > 0' })
@Directive('@key(fields: "id")')
@ObjectType('UnionHandover', {
  implements: HubRecord,
  description: both(
    'Việc chuyển toàn bộ công đoàn cấp dưới trực tiếp từ một tổ chức sang tổ chức khác trong cùng một ngày',
    'That all unions right below one went over to another on one day.',
  ),
})
export class UnionHandover extends HubRecord {
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'from_key' })
  from!: string;

  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'to_key' })
  to!: string;

  @Field(() => LocalDate, { description: both('Ngày chuyển', 'First day under the other union.') })
  @Property({ type: 'date' })
  effectiveOn!: string;

  /** Unit: unions. */
  @Field(() => Int, { description: both('Số công đoàn được chuyển', 'How many unions went over.') })
  @Property({ type: 'integer' })
  movedCount!: number;

  @Field({ description: both('Số hiệu văn bản pháp lý', 'Symbol of the legal document.') })
  @Property({ type: 'text' })
  legalDocument!: string;
}
