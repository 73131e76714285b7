import { both } from '../../../schema/contract/text.js';
import { refListColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What kind of zone it is by law. */
export enum IndustrialZoneKind {
  INDUSTRIAL_PARK = 'INDUSTRIAL_PARK',
  INDUSTRIAL_CLUSTER = 'INDUSTRIAL_CLUSTER',
  EXPORT_PROCESSING_ZONE = 'EXPORT_PROCESSING_ZONE',
  ECONOMIC_ZONE = 'ECONOMIC_ZONE',
  HIGH_TECH_PARK = 'HIGH_TECH_PARK',
}
registerEnumType(IndustrialZoneKind, {
  name: 'IndustrialZoneKind',
  description: both('Loại khu', 'Kind of zone.'),
  valuesConfig: {
    INDUSTRIAL_PARK: { description: both('Khu công nghiệp', 'Industrial park.') },
    INDUSTRIAL_CLUSTER: { description: both('Cụm công nghiệp', 'Industrial cluster.') },
    EXPORT_PROCESSING_ZONE: { description: both('Khu chế xuất', 'Export-processing zone.') },
    ECONOMIC_ZONE: { description: both('Khu kinh tế', 'Economic zone.') },
    HIGH_TECH_PARK: { description: both('Khu công nghệ cao', 'High-tech park.') },
  },
});

/** A named industrial park, cluster or other zone. The first data name none: they speak of zones as a kind of place. */
@Entity({ tableName: 'industrial_zone' })
@Directive('@key(fields: "id")')
@ObjectType('IndustrialZone', {
  implements: HubRecord,
  description: both(
    'Khu công nghiệp, cụm công nghiệp hoặc khu khác',
    'An industrial park, an industrial cluster or another zone.',
  ),
})
export class IndustrialZone extends NamedRecord {
  @Field(() => IndustrialZoneKind, { description: both('Loại khu', 'Its kind.') })
  @Enum({ items: () => IndustrialZoneKind })
  kind!: IndustrialZoneKind;

  /** Units on whose territory it lies or lay; a zone may lie in several. */
  @Index({ type: 'gin' })
  @Property(refListColumn(['AdministrativeUnit']))
  units: readonly string[] = [];
}
