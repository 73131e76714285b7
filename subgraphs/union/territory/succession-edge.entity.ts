import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { AdministrativeUnit } from './administrative-unit.entity.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** How one unit became another. */
export enum SuccessionKind {
  MERGED_INTO = 'MERGED_INTO',
  PART_MERGED_INTO = 'PART_MERGED_INTO',
  SPLIT_INTO = 'SPLIT_INTO',
  RENAMED = 'RENAMED',
  UPGRADED = 'UPGRADED',
  ABOLISHED = 'ABOLISHED',
}
registerEnumType(SuccessionKind, {
  name: 'SuccessionKind',
  description: both('Cách kế tiếp giữa các đơn vị', 'How one unit became another.'),
  valuesConfig: {
    MERGED_INTO: { description: both('Nhập toàn bộ vào', 'Merged as a whole into.') },
    PART_MERGED_INTO: { description: both('Nhập một phần vào', 'A part merged into.') },
    SPLIT_INTO: { description: both('Chia tách thành', 'Split into.') },
    RENAMED: { description: both('Đổi tên thành', 'Renamed to.') },
    UPGRADED: { description: both('Nâng loại thành', 'Raised in standing to.') },
    ABOLISHED: { description: both('Giải thể', 'Abolished without a successor.') },
  },
});

/** One step of the reorganisation: from a unit to one of its successors. */
@Entity({ tableName: 'succession_edge' })
@Directive('@key(fields: "id")')
@ObjectType('SuccessionEdge', {
  implements: HubRecord,
  description: both(
    'Quan hệ kế tiếp giữa hai đơn vị hành chính',
    'One step of a reorganisation, from a unit to a successor.',
  ),
})
export class SuccessionEdge extends HubRecord {
  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'from_key' })
  from!: string;

  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'to_key', nullable: true })
  to: string | null = null;

  @Field(() => SuccessionKind, { description: both('Cách kế tiếp', 'How the one became the other.') })
  @Enum({ items: () => SuccessionKind })
  kind!: SuccessionKind;

  @Field(() => LocalDate, { description: both('Ngày có hiệu lực', 'First day of the successor.') })
  @Property({ type: 'date' })
  effectiveOn!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Số hiệu văn bản pháp lý', 'Symbol of the legal document.'),
  })
  @Property({ type: 'text', nullable: true })
  legalDocument: string | null = null;
}
