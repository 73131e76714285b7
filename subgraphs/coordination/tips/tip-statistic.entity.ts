import { both } from '../../../schema/contract/text.js';
import { quantityColumn, refColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { Quantity } from '../../shared/values/quantity.js';
import { ReportedPeriod, yearsColumn } from '../activity/reported-period.js';
import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** The areas for which tips are counted; there is none below the province. Source: domain rule, section 7. */
export enum TipScope {
  NATION = 'NATION',
  PROVINCE = 'PROVINCE',
}
registerEnumType(TipScope, {
  name: 'TipScope',
  description: both('Phạm vi của số liệu nguồn tin', 'The areas for which tips are counted.'),
  valuesConfig: {
    NATION: { description: both('Cả nước', 'The nation.') },
    PROVINCE: { description: both('Một tỉnh, thành phố', 'A province or centrally-run city.') },
  },
});

/**
 * Tips from the public as mere counts: of the nation or a province, over a year or more. The database holds to both, and
 * to it that the count of a province is never public: what is published of it is a table of its own.
 */
@Entity({ tableName: 'tip_statistic' })
@Check({
  name: 'tip_statistic_scope',
  expression: "(scope = 'NATION') = (place is null)",
})
@Check({
  name: 'tip_statistic_period',
  expression: "(period->>'to')::date - (period->>'from')::date >= 364",
})
@Check({
  name: 'tip_statistic_unpublished',
  expression: "scope = 'NATION' or classification <> 'PUBLIC'",
})
@Directive('@key(fields: "id")')
@ObjectType('TipStatistic', {
  implements: HubRecord,
  description: both(
    'Số nguồn tin do quần chúng cung cấp: chỉ số đếm, của cả nước hoặc một tỉnh, trong một năm trở lên',
    'Tips from the public, as counts alone: of the nation or a province, over a year or more.',
  ),
})
export class TipStatistic extends HubRecord {
  @Field(() => TipScope, { description: both('Phạm vi', 'Its scope.') })
  @Enum({ items: () => TipScope })
  scope!: TipScope;

  /** The province; none for the nation. */
  @Index()
  @Property(refColumn(['AdministrativeUnit'], { nullable: true }))
  place: string | null = null;

  /** The police organisation that reported it; none for what stands in the sources. */
  @Property(refColumn(['PoliceOrganization'], { nullable: true }))
  reporter: string | null = null;

  @Field(() => ReportedPeriod, { description: both('Khoảng thời gian', 'The years it covers.') })
  @Property(yearsColumn())
  period!: ReportedPeriod;

  @Field(() => Quantity, { description: both('Số nguồn tin', 'Tips that were supplied.') })
  @Property(quantityColumn())
  tips!: Quantity;

  @Field(() => Quantity, {
    nullable: true,
    description: both('Trong đó có giá trị', 'Those of them that were valuable.'),
  })
  @Property(quantityColumn({ nullable: true }))
  valuable: Quantity | null = null;

  @Field(() => Quantity, {
    nullable: true,
    description: both('Cỡ số vụ việc được làm rõ', 'Order of magnitude of the cases clarified.'),
  })
  @Property(quantityColumn({ nullable: true }))
  casesBand: Quantity | null = null;
}
