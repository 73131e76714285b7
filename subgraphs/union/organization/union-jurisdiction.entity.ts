import { both } from '../../../schema/contract/text.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { IndustrialZone } from '../zone/industrial-zone.entity.js';
import { UnionOrganization } from './union-organization.entity.js';
import { Check, Entity, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** That a union was responsible for an administrative unit or for a zone, for a time. It may have many. */
@Entity({ tableName: 'union_jurisdiction' })
@Check({ name: 'union_jurisdiction_one_place', expression: 'num_nonnulls(unit_key, zone_key) = 1' })
@Directive('@key(fields: "id")')
@ObjectType('UnionJurisdiction', {
  implements: HubRecord,
  description: both(
    'Địa bàn phụ trách của tổ chức công đoàn: một đơn vị hành chính hoặc một khu',
    'Where a union was responsible, for a time: one administrative unit or one zone.',
  ),
})
export class UnionJurisdiction extends DatedRecord {
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'organization_key' })
  organization!: string;

  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'unit_key', nullable: true })
  unit: string | null = null;

  @Index()
  @ManyToOne(() => IndustrialZone, { mapToPk: true, fieldName: 'zone_key', nullable: true })
  zone: string | null = null;
}
