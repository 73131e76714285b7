import { both } from '../../../schema/contract/text.js';
import { refListColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a welfare programme gives. */
export enum WelfareProgrammeKind {
  TET_CARE = 'TET_CARE',
  WORKERS_MONTH = 'WORKERS_MONTH',
  FREE_GOODS = 'FREE_GOODS',
  HOUSING_SUPPORT = 'HOUSING_SUPPORT',
  FACILITIES = 'FACILITIES',
}
registerEnumType(WelfareProgrammeKind, {
  name: 'WelfareProgrammeKind',
  description: both('Loại chương trình phúc lợi', 'What a welfare programme gives.'),
  valuesConfig: {
    TET_CARE: { description: both('Chăm lo Tết', 'Care at Tết.') },
    WORKERS_MONTH: { description: both('Tháng công nhân', "Workers' Month.") },
    FREE_GOODS: { description: both('Hàng hóa không mất tiền', 'Goods free of charge.') },
    HOUSING_SUPPORT: { description: both('Hỗ trợ nhà ở', 'Help with housing.') },
    FACILITIES: { description: both('Xây dựng thiết chế công đoàn', 'Building of union facilities.') },
  },
});

/** A welfare programme of the unions, facilities for workers included. */
@Entity({ tableName: 'welfare_programme' })
@Directive('@key(fields: "id")')
@ObjectType('WelfareProgramme', {
  implements: HubRecord,
  description: both(
    'Chương trình phúc lợi của công đoàn, kể cả thiết chế phục vụ người lao động',
    'A welfare programme of the unions, facilities for workers included.',
  ),
})
export class WelfareProgramme extends NamedRecord {
  @Field(() => WelfareProgrammeKind, { description: both('Loại chương trình', 'Its kind.') })
  @Enum({ items: () => WelfareProgrammeKind })
  kind!: WelfareProgrammeKind;

  /** Organisations that are known to carry it out. */
  @Index({ type: 'gin' })
  @Property(refListColumn(['UnionOrganization']))
  organizations: readonly string[] = [];

  /** Kinds of facility that it builds. */
  @Property(refListColumn(['CatalogueTerm']))
  facilityTypes: readonly string[] = [];

  /** Kinds of place where it works. */
  @Property(refListColumn(['CatalogueTerm']))
  placeTypes: readonly string[] = [];
}
