import { both } from '../../../schema/contract/text.js';
import { quantityColumn, refColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { Quantity } from '../../shared/values/quantity.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What a national programme is about. */
export enum ProgrammeKind {
  DIGITAL_TRANSFORMATION = 'DIGITAL_TRANSFORMATION',
  DIGITAL_SERVICE = 'DIGITAL_SERVICE',
  DATA_SHARING = 'DATA_SHARING',
  CRIME_PREVENTION = 'CRIME_PREVENTION',
  DRUG_PREVENTION = 'DRUG_PREVENTION',
  TRAFFICKING_PREVENTION = 'TRAFFICKING_PREVENTION',
}
registerEnumType(ProgrammeKind, {
  name: 'ProgrammeKind',
  description: both('Lĩnh vực của chương trình', 'What a national programme is about.'),
  valuesConfig: {
    DIGITAL_TRANSFORMATION: { description: both('Chuyển đổi số', 'Digital transformation.') },
    DIGITAL_SERVICE: {
      description: both(
        'Dịch vụ công trực tuyến, định danh điện tử',
        'Public services online, e-identification.',
      ),
    },
    DATA_SHARING: { description: both('Chia sẻ dữ liệu dùng chung', 'Sharing of common-use data.') },
    CRIME_PREVENTION: { description: both('Phòng, chống tội phạm', 'Prevention of crime.') },
    DRUG_PREVENTION: { description: both('Phòng, chống ma túy', 'Prevention of drugs.') },
    TRAFFICKING_PREVENTION: {
      description: both('Phòng, chống mua bán người', 'Prevention of trafficking in persons.'),
    },
  },
});

/** A national programme or scheme that both sides help to carry out. */
@Entity({ tableName: 'programme' })
@Directive('@key(fields: "id")')
@ObjectType('Programme', {
  implements: HubRecord,
  description: both(
    'Chương trình, đề án quốc gia mà hai bên cùng tham gia thực hiện',
    'A national programme or scheme that both sides help to carry out.',
  ),
})
export class Programme extends NamedRecord {
  @Field(() => ProgrammeKind, { description: both('Lĩnh vực', 'What it is about.') })
  @Enum({ items: () => ProgrammeKind })
  kind!: ProgrammeKind;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES, { nullable: true }))
  owner: string | null = null;

  @Field(() => Int, {
    nullable: true,
    description: both('Tầm nhìn đến năm', 'Year to which its vision reaches.'),
  })
  @Property({ type: 'integer', nullable: true })
  visionYear: number | null = null;

  @Field(() => Quantity, {
    nullable: true,
    description: both(
      'Số nhóm nội dung, tiện ích',
      'The groups of contents or utilities that it is made of.',
    ),
  })
  @Property(quantityColumn({ nullable: true }))
  componentGroups: Quantity | null = null;
}
