import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { UnionOrganization } from './union-organization.entity.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** How one union led on to another. */
export enum UnionSuccessionKind {
  CONTINUED_BY = 'CONTINUED_BY',
  MERGED_INTO = 'MERGED_INTO',
  SPLIT_INTO = 'SPLIT_INTO',
  FUNCTIONS_TO = 'FUNCTIONS_TO',
}
registerEnumType(UnionSuccessionKind, {
  name: 'UnionSuccessionKind',
  description: both('Cách kế tiếp giữa các tổ chức công đoàn', 'How one union led on to another.'),
  valuesConfig: {
    CONTINUED_BY: { description: both('Được tiếp tục bởi', 'Continued by.') },
    MERGED_INTO: { description: both('Sáp nhập, hợp nhất vào', 'Merged into.') },
    SPLIT_INTO: { description: both('Chia tách thành', 'Split into.') },
    FUNCTIONS_TO: { description: both('Chuyển giao nhiệm vụ cho', 'Its functions went to.') },
  },
});

/** One step from an ended union to one of those that followed it. */
@Entity({ tableName: 'union_succession' })
@Check({ name: 'union_succession_leads_on', expression: 'from_key <> to_key' })
@Directive('@key(fields: "id")')
@ObjectType('UnionSuccession', {
  implements: HubRecord,
  description: both(
    'Quan hệ kế tiếp giữa hai tổ chức công đoàn',
    'One step from an ended union to one of those that followed it.',
  ),
})
export class UnionSuccession extends HubRecord {
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'from_key' })
  from!: string;

  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'to_key' })
  to!: string;

  @Field(() => UnionSuccessionKind, { description: both('Cách kế tiếp', 'How the one led on to the other.') })
  @Enum({ items: () => UnionSuccessionKind })
  kind!: UnionSuccessionKind;

  @Field(() => LocalDate, {
    description: both('Ngày có hiệu lực', 'First day on which the successor took its place.'),
  })
  @Property({ type: 'date' })
  effectiveOn!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Số hiệu văn bản pháp lý', 'Symbol of the legal document.'),
  })
  @Property({ type: 'text', nullable: true })
  legalDocument: string | null = null;
}
