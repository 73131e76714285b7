import { both } from '../../../schema/contract/text.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { IndustrialZone } from '../zone/industrial-zone.entity.js';
import { EnterpriseOwnership, EnterpriseSizeClass } from './enterprise-kinds.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/**
 * An enterprise, by its public registration alone: nothing of its owners, managers or workers.
 *
 * On one day no two have the same registration number; the database holds to it.
 */
@Entity({ tableName: 'enterprise' })
@TotalsKept('ownership', 'sizeClass')
@Check({
  name: 'enterprise_registration_number_form',
  expression: `registration_number ~ '^[0-9]{10}(-[0-9]{3})?$'`,
})
@Directive('@key(fields: "id")')
@ObjectType('Enterprise', {
  implements: HubRecord,
  description: both(
    'Doanh nghiệp, chỉ gồm thông tin đăng ký công khai',
    'An enterprise, by its public registration alone.',
  ),
})
export class Enterprise extends NamedRecord {
  @Field({
    description: both(
      'Mã số doanh nghiệp: 10 chữ số, đơn vị phụ thuộc thêm 3 chữ số sau dấu gạch',
      'Registration number of the legal person: 10 digits, with a dash and 3 more for a dependent unit.',
    ),
  })
  @Property({ type: 'text' })
  registrationNumber!: string;

  @Field(() => EnterpriseOwnership, { description: both('Loại hình sở hữu', 'To whom it belongs.') })
  @Enum({ items: () => EnterpriseOwnership })
  ownership!: EnterpriseOwnership;

  @Field(() => EnterpriseSizeClass, {
    nullable: true,
    description: both('Quy mô; trống khi chưa xác định', 'Size by law; null when not known.'),
  })
  @Enum({ items: () => EnterpriseSizeClass, nullable: true })
  sizeClass: EnterpriseSizeClass | null = null;

  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'unit_key' })
  unit!: string;

  @Index()
  @ManyToOne(() => IndustrialZone, { mapToPk: true, fieldName: 'zone_key', nullable: true })
  zone: string | null = null;

  /** The grassroots union of its workers; none where there is no union yet. */
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'grassroots_union_key', nullable: true })
  grassrootsUnion: string | null = null;
}
