import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { Document } from './document.entity.js';
import { Check, Entity, Enum, Index, ManyToOne, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** How one document refers to another. Source: domain guide, section 3.2. */
export enum DocumentRelationKind {
  IMPLEMENTS = 'IMPLEMENTS',
  CONTINUES = 'CONTINUES',
  REPLACES = 'REPLACES',
  AMENDS = 'AMENDS',
  APPROVES = 'APPROVES',
  CITES = 'CITES',
  RELATED_TO = 'RELATED_TO',
}
registerEnumType(DocumentRelationKind, {
  name: 'DocumentRelationKind',
  description: both('Quan hệ giữa hai văn bản', 'How one document refers to another.'),
  valuesConfig: {
    IMPLEMENTS: { description: both('Triển khai thực hiện', 'Implements it.') },
    CONTINUES: { description: both('Tiếp tục thực hiện', 'Continues its implementation.') },
    REPLACES: { description: both('Thay thế', 'Replaces it.') },
    AMENDS: { description: both('Sửa đổi, bổ sung', 'Amends it.') },
    APPROVES: { description: both('Phê duyệt', 'Approves it.') },
    CITES: { description: both('Viện dẫn', 'Cites it.') },
    RELATED_TO: { description: both('Có liên quan', 'Has to do with it.') },
  },
});

/** That one document refers to another, said once for each kind. */
@Entity({ tableName: 'document_relation' })
@Unique({ properties: ['from', 'to', 'kind'] })
@Check({ name: 'document_relation_between_two', expression: 'from_key <> to_key' })
@Directive('@key(fields: "id")')
@ObjectType('DocumentRelation', {
  implements: HubRecord,
  description: both('Quan hệ từ một văn bản đến một văn bản khác', 'That one document refers to another.'),
})
export class DocumentRelation extends HubRecord {
  @Index()
  @ManyToOne(() => Document, { mapToPk: true, fieldName: 'from_key' })
  from!: string;

  @Index()
  @ManyToOne(() => Document, { mapToPk: true, fieldName: 'to_key' })
  to!: string;

  @Field(() => DocumentRelationKind, { description: both('Loại quan hệ', 'How it refers.') })
  @Enum({ items: () => DocumentRelationKind })
  kind!: DocumentRelationKind;
}
