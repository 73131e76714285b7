import { both } from '../../../schema/contract/text.js';
import { partialDateColumn, quantityColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { PartialDate } from '../../shared/values/partial-date.js';
import { DerivedQuantity, Quantity } from '../../shared/values/quantity.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { difference } from './derived.js';
import { StatisticState } from './statistic-state.js';
import { Check, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/**
 * A reported figure: what it counts is said by each kind of statistic, here stands for whom, when and how much.
 *
 * It stays with the unit and the organisation of its day; the database refuses a scope that did not exist then.
 */
@Check({
  name: 'provisional_is_internal',
  expression: `(state = 'PROVISIONAL') = (classification = 'INTERNAL')`,
})
@ObjectType({ implements: HubRecord })
export abstract class UnionStatistic extends HubRecord {
  /** Territory that the figure covers; none when it covers the whole country. */
  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'unit_key', nullable: true })
  unit: string | null = null;

  /** Union organisation in whose field the figure lies. */
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'organization_key', nullable: true })
  organization: string | null = null;

  @Field(() => Quantity, { description: both('Giá trị như nguồn nêu', 'The figure as reported.') })
  @Property(quantityColumn())
  quantity!: Quantity;

  @Field(() => PartialDate, { description: both('Thời điểm của số liệu', 'The date that it is about.') })
  @Property({ ...partialDateColumn(), nullable: false })
  asOf!: PartialDate;

  @Field(() => PartialDate, {
    nullable: true,
    description: both(
      'Đầu kỳ, khi số liệu là kết quả của một giai đoạn',
      'Beginning of the period, when the figure is the result of one.',
    ),
  })
  @Property(partialDateColumn())
  periodStart: PartialDate | null = null;

  @Field(() => Quantity, {
    nullable: true,
    description: both('Mức tăng như nguồn nêu', 'The rise as the source states it.'),
  })
  @Property(quantityColumn({ nullable: true }))
  change: Quantity | null = null;

  @Field(() => PartialDate, {
    nullable: true,
    description: both('Mốc so sánh của mức tăng', 'The date against which the rise is stated.'),
  })
  @Property(partialDateColumn())
  changeSince: PartialDate | null = null;

  @Field(() => StatisticState, { description: both('Trạng thái số liệu', 'How far the figure has come.') })
  @Enum({ items: () => StatisticState, default: StatisticState.PUBLISHED })
  state: StatisticState = StatisticState.PUBLISHED;

  @Field(() => DerivedQuantity, {
    nullable: true,
    description: both(
      'Giá trị tại mốc so sánh, tính từ mức tăng',
      'The value at the earlier date, computed from the stated rise.',
    ),
  })
  get baseValue(): DerivedQuantity | null {
    return difference(this.quantity, this.change);
  }
}
