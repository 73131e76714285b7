import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Check, Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** A meeting of an authority's council; nobody's presence and nobody's vote is kept. */
@Entity({ tableName: 'council_session' })
@Check({ name: 'council_session_has_members', expression: 'member_count > 0' })
@Directive('@key(fields: "id")')
@ObjectType('CouncilSession', {
  implements: HubRecord,
  description: both('Phiên họp hội đồng thi đua, khen thưởng', "A meeting of an authority's council."),
})
export class CouncilSession extends HubRecord {
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  organization!: string;

  @Field(() => LocalDate, { description: both('Ngày họp', 'Day of the meeting.') })
  @Property({ type: 'date' })
  heldOn!: string;

  /** Unit: people. */
  @Field(() => Int, { description: both('Số thành viên hội đồng', 'Members of the council, in people.') })
  @Property({ type: 'integer' })
  memberCount!: number;
}
