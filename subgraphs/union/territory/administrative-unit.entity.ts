import { both } from '../../../schema/contract/text.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** Level of an administrative unit. Districts ended on 30 June 2025. Source: domain rule, reorganisation of 2025. */
export enum AdministrativeLevel {
  PROVINCE = 'PROVINCE',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
}
registerEnumType(AdministrativeLevel, {
  name: 'AdministrativeLevel',
  description: both('Cấp hành chính', 'Level of an administrative unit.'),
  valuesConfig: {
    PROVINCE: { description: both('Cấp tỉnh', 'Province or centrally-run city.') },
    DISTRICT: { description: both('Cấp huyện (đến 30/6/2025)', 'District level, until 30 June 2025.') },
    COMMUNE: { description: both('Cấp xã', 'Commune, ward, township or special zone.') },
  },
});

/** What an administrative unit is called by law. */
export enum AdministrativeUnitType {
  TINH = 'TINH',
  THANH_PHO_TRUC_THUOC_TW = 'THANH_PHO_TRUC_THUOC_TW',
  QUAN = 'QUAN',
  HUYEN = 'HUYEN',
  THI_XA = 'THI_XA',
  THANH_PHO_THUOC_TINH = 'THANH_PHO_THUOC_TINH',
  XA = 'XA',
  PHUONG = 'PHUONG',
  THI_TRAN = 'THI_TRAN',
  DAC_KHU = 'DAC_KHU',
}
registerEnumType(AdministrativeUnitType, {
  name: 'AdministrativeUnitType',
  description: both('Loại đơn vị hành chính', 'What an administrative unit is called by law.'),
  valuesConfig: {
    TINH: { description: both('Tỉnh', 'Province.') },
    THANH_PHO_TRUC_THUOC_TW: { description: both('Thành phố trực thuộc trung ương', 'Centrally-run city.') },
    QUAN: { description: both('Quận', 'Urban district.') },
    HUYEN: { description: both('Huyện', 'Rural district.') },
    THI_XA: { description: both('Thị xã', 'District-level town.') },
    THANH_PHO_THUOC_TINH: { description: both('Thành phố thuộc tỉnh', 'Provincial city.') },
    XA: { description: both('Xã', 'Commune.') },
    PHUONG: { description: both('Phường', 'Ward.') },
    THI_TRAN: { description: both('Thị trấn', 'Township.') },
    DAC_KHU: { description: both('Đặc khu', 'Special zone.') },
  },
});

/**
 * A unit of territory at one level, for as long as it kept its standing; what follows it is another unit.
 *
 * Codes are re-used over time (24 was Bắc Giang, then Bắc Ninh): a code means nothing without a day.
 */
@Entity({ tableName: 'administrative_unit' })
@Directive('@key(fields: "id")')
@ObjectType('AdministrativeUnit', {
  implements: HubRecord,
  description: both('Đơn vị hành chính', 'An administrative unit, for as long as it kept its standing.'),
})
export class AdministrativeUnit extends NamedRecord {
  @Field({
    description: both(
      'Mã đơn vị; có thể được dùng lại, luôn đi kèm ngày',
      'Code; re-used over time, so only valid with a day.',
    ),
  })
  @Index()
  @Property({ type: 'text' })
  code!: string;

  @Field(() => AdministrativeLevel, { description: both('Cấp', 'Level.') })
  @Enum({ items: () => AdministrativeLevel })
  level!: AdministrativeLevel;

  @Field(() => AdministrativeUnitType, { description: both('Loại đơn vị', 'What it is called by law.') })
  @Enum({ items: () => AdministrativeUnitType })
  unitType!: AdministrativeUnitType;
}
