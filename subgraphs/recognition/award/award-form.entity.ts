import { both } from '../../../schema/contract/text.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** The two branches of emulation and commendation. */
export enum AwardCategory {
  COMMENDATION = 'COMMENDATION',
  EMULATION_TITLE = 'EMULATION_TITLE',
}
registerEnumType(AwardCategory, {
  name: 'AwardCategory',
  description: both('Loại khen thưởng', 'The branch of emulation and commendation.'),
  valuesConfig: {
    COMMENDATION: { description: both('Hình thức khen thưởng', 'A form of commendation.') },
    EMULATION_TITLE: { description: both('Danh hiệu thi đua', 'An emulation title.') },
  },
});

/**
 * A form of award, such as the certificate of merit. Forms are data: a law that adds one needs no new code.
 *
 * Source: list of the award law, not checked against its full text.
 */
@Entity({ tableName: 'award_form' })
@Directive('@key(fields: "id")')
@ObjectType('AwardForm', {
  implements: HubRecord,
  description: both('Hình thức khen thưởng hoặc danh hiệu thi đua', 'A form of award or an emulation title.'),
})
export class AwardForm extends NamedRecord {
  @Field({ description: both('Mã hình thức, ví dụ BANG_KHEN', 'Code, such as BANG_KHEN.') })
  @Index()
  @Property({ type: 'text' })
  code!: string;

  @Field(() => AwardCategory, { description: both('Loại khen thưởng', 'Branch it belongs to.') })
  @Enum({ items: () => AwardCategory })
  category!: AwardCategory;

  /** Unit: position from 1. */
  @Field(() => Int, {
    description: both(
      'Thứ tự: hình thức khen thưởng trước, danh hiệu thi đua sau; trong mỗi loại, cao trước',
      'Position in the whole list: forms of commendation, then titles, the higher first in each.',
    ),
  })
  @Property({ type: 'integer' })
  rankOrder!: number;
}
