import { both } from '../../../schema/contract/text.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** Level of a police organisation. District police ended on 28 February 2025. Source: domain guide, section 6. */
export enum PoliceLevel {
  MINISTRY = 'MINISTRY',
  DEPARTMENT = 'DEPARTMENT',
  PROVINCIAL = 'PROVINCIAL',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
}
registerEnumType(PoliceLevel, {
  name: 'PoliceLevel',
  description: both('Cấp của tổ chức công an', 'Level of a police organisation.'),
  valuesConfig: {
    MINISTRY: { description: both('Cấp Bộ', 'The ministry and the force as a whole.') },
    DEPARTMENT: { description: both('Đơn vị thuộc Bộ', 'A department of the ministry.') },
    PROVINCIAL: { description: both('Công an cấp tỉnh', 'Police of a province or centrally-run city.') },
    DISTRICT: { description: both('Công an cấp huyện (đến 28/2/2025)', 'District, until 28 February 2025.') },
    COMMUNE: { description: both('Công an cấp xã', 'Police of a commune, ward or special zone.') },
  },
});

/** A police organisation as the public knows it: its name, its level, where it is in charge, and for how long. */
@Entity({ tableName: 'police_organization' })
@TotalsKept('level')
@Directive('@key(fields: "id")')
@ObjectType('PoliceOrganization', {
  implements: HubRecord,
  description: both(
    'Tổ chức công an, chỉ gồm cơ cấu công khai',
    'A police organisation; public structure only.',
  ),
})
export class PoliceOrganization extends NamedRecord {
  @Field(() => PoliceLevel, { description: both('Cấp', 'Level.') })
  @Enum({ items: () => PoliceLevel })
  level!: PoliceLevel;

  @Field(() => String, { nullable: true, description: both('Tên viết tắt', 'Short name.') })
  @Property({ type: 'text', nullable: true })
  abbreviation: string | null = null;

  /** Key of the organisation directly above it. */
  @Index()
  @ManyToOne(() => PoliceOrganization, { mapToPk: true, fieldName: 'superior_key', nullable: true })
  superior: string | null = null;

  protected override names(): readonly (string | null)[] {
    return [...super.names(), this.abbreviation];
  }
}
