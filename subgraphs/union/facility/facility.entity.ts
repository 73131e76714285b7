import { both } from '../../../schema/contract/text.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { Entity, Enum, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a facility is for. */
export enum FacilityKind {
  CULTURE_HOUSE = 'CULTURE_HOUSE',
  CLINIC = 'CLINIC',
  KINDERGARTEN = 'KINDERGARTEN',
  SCHOOL = 'SCHOOL',
  HOUSING = 'HOUSING',
  OTHER = 'OTHER',
}
registerEnumType(FacilityKind, {
  name: 'FacilityKind',
  description: both('Loại thiết chế công đoàn', 'What a facility of a union is for.'),
  valuesConfig: {
    CULTURE_HOUSE: { description: both('Nhà văn hóa, nơi giải trí', 'Culture and entertainment.') },
    CLINIC: { description: both('Cơ sở chăm sóc sức khỏe', 'Health care.') },
    KINDERGARTEN: { description: both('Nhà trẻ', 'Kindergarten.') },
    SCHOOL: { description: both('Trường học', 'School.') },
    HOUSING: { description: both('Nhà ở', 'Housing.') },
    OTHER: { description: both('Loại khác', 'Something else.') },
  },
});

/** A place that a union organisation keeps for workers. */
@Entity({ tableName: 'facility' })
@Directive('@key(fields: "id")')
@ObjectType('Facility', {
  implements: HubRecord,
  description: both(
    'Thiết chế công đoàn phục vụ người lao động',
    'A place that a union organisation keeps for workers.',
  ),
})
export class Facility extends NamedRecord {
  @Field(() => FacilityKind, { description: both('Loại thiết chế', 'What it is for.') })
  @Enum({ items: () => FacilityKind })
  kind!: FacilityKind;

  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'unit_key' })
  unit!: string;

  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'organization_key' })
  organization!: string;
}
