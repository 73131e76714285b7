import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { CouncilSession } from './council-session.entity.js';
import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** One nomination on the agenda of a council, and how many voted how; never who. */
@Entity({ tableName: 'council_item' })
@Check({
  name: 'council_item_counted_together',
  expression: 'num_nulls(votes_for, votes_against, abstentions) in (0, 3)',
})
@Check({
  name: 'council_item_not_negative',
  expression: 'votes_for >= 0 and votes_against >= 0 and abstentions >= 0',
})
@Directive('@key(fields: "id")')
@ObjectType('CouncilItem', {
  implements: HubRecord,
  description: both(
    'Hồ sơ trong chương trình phiên họp và số phiếu; không ghi phiếu của từng người',
    'One nomination on the agenda of a council, and how many voted how; never who.',
  ),
})
export class CouncilItem extends HubRecord {
  @Index()
  @ManyToOne(() => CouncilSession, { mapToPk: true, fieldName: 'session_key' })
  session!: string;

  @Unique()
  @ManyToOne(() => Nomination, { mapToPk: true, fieldName: 'nomination_key' })
  nomination!: string;

  /** Unit: votes. */
  @Field(() => Int, { nullable: true, description: both('Số phiếu đồng ý', 'Votes in favour; null before.') })
  @Property({ type: 'integer', nullable: true })
  votesFor: number | null = null;

  /** Unit: votes. */
  @Field(() => Int, {
    nullable: true,
    description: both('Số phiếu không đồng ý', 'Votes against; null before.'),
  })
  @Property({ type: 'integer', nullable: true })
  votesAgainst: number | null = null;

  /** Unit: votes. */
  @Field(() => Int, { nullable: true, description: both('Số phiếu trắng', 'Abstentions; null before.') })
  @Property({ type: 'integer', nullable: true })
  abstentions: number | null = null;
}
