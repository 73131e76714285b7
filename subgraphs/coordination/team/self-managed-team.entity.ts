import { both } from '../../../schema/contract/text.js';
import { partialDateColumn, refColumn, refListColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { PartialDate } from '../../shared/values/partial-date.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { TeamKind, TeamState } from './team-kind.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** A self-managed security team: where it works and who stands behind it. It has no name, and nobody in it is recorded. */
@Entity({ tableName: 'self_managed_team' })
@TotalsKept('kind', 'state')
@Check({
  name: 'self_managed_team_active_is_supported',
  expression: `state <> 'ACTIVE' or (supporting_union is not null and guiding_police is not null)`,
})
@Check({
  name: 'self_managed_team_merged_into_another',
  expression: `(state = 'MERGED') = (merged_into_key is not null) and merged_into_key <> key`,
})
@Check({ name: 'self_managed_team_has_members', expression: 'member_count > 0' })
@Directive('@key(fields: "id")')
@ObjectType('SelfManagedTeam', {
  implements: HubRecord,
  description: both(
    'Tổ, đội tự quản về an ninh, trật tự; không ghi tên tổ, không ghi thành viên',
    'A self-managed security team, without a name and without its people.',
  ),
})
export class SelfManagedTeam extends HubRecord {
  @Field(() => TeamKind, { description: both('Loại tổ', 'Where it works.') })
  @Enum({ items: () => TeamKind })
  kind!: TeamKind;

  @Index()
  @Property(refColumn(['AdministrativeUnit']))
  place!: string;

  @Index()
  @Property(refColumn(['UnionOrganization'], { nullable: true }))
  supportingUnion: string | null = null;

  @Index()
  @Property(refColumn(['PoliceOrganization'], { nullable: true }))
  guidingPolice: string | null = null;

  @Field(() => PartialDate, {
    nullable: true,
    description: both('Ngày thành lập', 'When it was established.'),
  })
  @Property(partialDateColumn())
  establishedOn: PartialDate | null = null;

  /** Unit: people. */
  @Field(() => Int, { nullable: true, description: both('Số thành viên (người)', 'Members, in people.') })
  @Property({ type: 'integer', nullable: true })
  memberCount: number | null = null;

  /** Key of the team within which it goes on. */
  @Index()
  @ManyToOne(() => SelfManagedTeam, { mapToPk: true, fieldName: 'merged_into_key', nullable: true })
  mergedInto: string | null = null;

  @Property(refListColumn(['Activity']))
  trainings: readonly string[] = [];

  @Field(() => TeamState, { description: both('Trạng thái', 'Where it stands in its life.') })
  @Enum({ items: () => TeamState })
  state!: TeamState;
}
