import { both } from '../../../schema/contract/text.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { Entity, Enum } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What the terms of a catalogue are kinds of. */
export enum Catalogue {
  PLACE_TYPE = 'PLACE_TYPE',
  FACILITY_TYPE = 'FACILITY_TYPE',
  ORGANIZATION_TYPE = 'ORGANIZATION_TYPE',
}
registerEnumType(Catalogue, {
  name: 'Catalogue',
  description: both('Danh mục', 'What the terms of a catalogue are kinds of.'),
  valuesConfig: {
    PLACE_TYPE: { description: both('Loại địa điểm', 'Kinds of place.') },
    FACILITY_TYPE: { description: both('Loại thiết chế phục vụ người lao động', 'Kinds of facility.') },
    ORGANIZATION_TYPE: { description: both('Loại hình tổ chức', 'Kinds of organisation.') },
  },
});

/** A kind of thing that the sources speak of without naming a single one of it. */
@Entity({ tableName: 'catalogue_term' })
@Directive('@key(fields: "id")')
@ObjectType('CatalogueTerm', {
  implements: HubRecord,
  description: both(
    'Mục từ danh mục: loại đối tượng mà các nguồn chỉ nêu chung',
    'A kind of thing that the sources speak of without naming a single one of it.',
  ),
})
export class CatalogueTerm extends NamedRecord {
  @Field(() => Catalogue, { description: both('Danh mục', 'Its catalogue.') })
  @Enum({ items: () => Catalogue })
  catalogue!: Catalogue;
}
