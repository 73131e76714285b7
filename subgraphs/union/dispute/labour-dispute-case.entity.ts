import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Enterprise } from '../enterprise/enterprise.entity.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { ClaimKind } from './claim-vocabulary.js';
import { DisputeCause, DisputeKind, DisputeResolution, DisputeState } from './dispute-vocabulary.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Keeps what a case tells apart from tips of the same place. */
const APART = '@tag(name: "apart-from/tips-of-a-place")';

/**
 * A labour dispute of the employees of an enterprise: what they claim and what became of it, and nothing of those who
 * took part. It belongs to the union alone: officers in whose scope the handling organisation is see it, nobody else.
 */
@Entity({ tableName: 'labour_dispute_case' })
@Check({ name: 'labour_dispute_case_is_restricted', expression: `'RESTRICTED' = classification` })
@Check({
  name: 'labour_dispute_case_resolved_somehow',
  expression: `(resolution is not null) = (state in ('RESOLVED', 'CLOSED'))`,
})
@Directive('@key(fields: "id")')
@ObjectType('LabourDisputeCase', {
  implements: HubRecord,
  description: both(
    'Vụ tranh chấp lao động, ngừng việc tập thể: yêu cầu và kết quả giải quyết, không ghi người tham gia',
    'A labour dispute: what was claimed and what became of it, without anybody who took part.',
  ),
})
export class LabourDisputeCase extends HubRecord {
  @Index()
  @ManyToOne(() => Enterprise, { mapToPk: true, fieldName: 'enterprise_key' })
  enterprise!: string;

  /** The union organisation that handles it. */
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'handling_union_key' })
  handlingUnion!: string;

  /** The province in which the enterprise lay on the first day, for the statistics. */
  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'province_key' })
  province!: string;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field(() => LocalDate, { description: both('Ngày bắt đầu', 'First day.') })
  @Property({ type: 'date' })
  startedOn!: string;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field(() => DisputeKind, { description: both('Loại vụ việc', 'What it is.') })
  @Enum({ items: () => DisputeKind })
  kind!: DisputeKind;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field(() => DisputeCause, { description: both('Nguyên nhân', 'Why it began.') })
  @Enum({ items: () => DisputeCause })
  cause!: DisputeCause;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field(() => ClaimKind, {
    description: both('Loại yêu cầu chính, để thống kê', 'Kind of its main claim, by which it is counted.'),
  })
  @Enum({ items: () => ClaimKind })
  mainClaim!: ClaimKind;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field(() => DisputeState, { description: both('Trạng thái', 'How far it has come.') })
  @Enum({ items: () => DisputeState })
  state!: DisputeState;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field(() => DisputeResolution, {
    nullable: true,
    description: both('Cách giải quyết; trống khi chưa giải quyết', 'What resolved it; null until then.'),
  })
  @Enum({ items: () => DisputeResolution, nullable: true })
  resolution: DisputeResolution | null = null;
}
