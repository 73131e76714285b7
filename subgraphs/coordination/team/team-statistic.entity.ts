import { both } from '../../../schema/contract/text.js';
import { partialDateColumn, quantityColumn, refColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { PartialDate } from '../../shared/values/partial-date.js';
import { Quantity } from '../../shared/values/quantity.js';
import { TeamKind } from './team-kind.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** How many self-managed teams of one kind there were, in the nation or a unit. A figure is never spread over parts. */
@Entity({ tableName: 'team_statistic' })
@Directive('@key(fields: "id")')
@ObjectType('TeamStatistic', {
  implements: HubRecord,
  description: both(
    'Số tổ tự quản của một phạm vi; không bao giờ chia cho các địa phương bên trong',
    'How many self-managed teams there were; never spread over the parts of its scope.',
  ),
})
export class TeamStatistic extends HubRecord {
  @Field(() => TeamKind, { description: both('Loại tổ', 'Kind of the teams.') })
  @Enum({ items: () => TeamKind })
  kind!: TeamKind;

  @Field(() => Quantity, { description: both('Số tổ', 'How many teams.') })
  @Property(quantityColumn())
  count!: Quantity;

  @Field(() => Quantity, {
    nullable: true,
    description: both('Số địa phương có tổ', 'How many localities have such teams.'),
  })
  @Property(quantityColumn({ nullable: true }))
  localityCount: Quantity | null = null;

  @Field(() => PartialDate, { description: both('Thời điểm của số liệu', 'The date that it is about.') })
  @Property({ ...partialDateColumn(), nullable: false })
  asOf!: PartialDate;

  /** The unit that the figure is about; none for the nation. */
  @Index()
  @Property(refColumn(['AdministrativeUnit'], { nullable: true }))
  place: string | null = null;

  @Index()
  @Property(refColumn(['UnionOrganization'], { nullable: true }))
  organization: string | null = null;
}
