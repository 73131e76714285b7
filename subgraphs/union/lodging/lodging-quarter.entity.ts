import { both } from '../../../schema/contract/text.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { IndustrialZone } from '../zone/industrial-zone.entity.js';
import { LodgingKind, LodgingOperatorKind, LodgingSizeBand } from './lodging-kinds.js';
import { Entity, Enum, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Where workers lodge: without a name, since such places are called after their owners, and without people. */
@Entity({ tableName: 'lodging_quarter' })
@TotalsKept('kind', 'sizeBand', 'operatorKind')
@Directive('@key(fields: "id")')
@ObjectType('LodgingQuarter', {
  implements: HubRecord,
  description: both(
    'Nhà trọ, khu nhà trọ, nhà ở xã hội của công nhân; không ghi tên chủ, không ghi người ở',
    'Where workers lodge; neither its owner nor anybody who lives there is recorded.',
  ),
})
export class LodgingQuarter extends DatedRecord {
  @Field(() => LodgingKind, { description: both('Loại nơi ở', 'Its kind.') })
  @Enum({ items: () => LodgingKind })
  kind!: LodgingKind;

  @Field(() => LodgingSizeBand, {
    nullable: true,
    description: both('Khoảng quy mô; trống khi chưa rõ', 'How large it is; null when not known.'),
  })
  @Enum({ items: () => LodgingSizeBand, nullable: true })
  sizeBand: LodgingSizeBand | null = null;

  @Field(() => LodgingOperatorKind, {
    description: both('Loại đơn vị vận hành', 'What kind of operator runs it.'),
  })
  @Enum({ items: () => LodgingOperatorKind })
  operatorKind!: LodgingOperatorKind;

  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'unit_key' })
  unit!: string;

  @Index()
  @ManyToOne(() => IndustrialZone, { mapToPk: true, fieldName: 'zone_key', nullable: true })
  zone: string | null = null;
}
