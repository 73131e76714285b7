import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { UnionStatistic } from './union-statistic.js';
import { Entity, Enum, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** Who is counted. */
export enum MembershipMetric {
  MEMBERS = 'MEMBERS',
  MEMBERS_AND_WORKERS = 'MEMBERS_AND_WORKERS',
}
registerEnumType(MembershipMetric, {
  name: 'MembershipMetric',
  description: both('Chỉ tiêu đoàn viên', 'Who is counted.'),
  valuesConfig: {
    MEMBERS: { description: both('Đoàn viên công đoàn', 'Union members.') },
    MEMBERS_AND_WORKERS: {
      description: both(
        'Đoàn viên và người lao động ở nơi có tổ chức công đoàn',
        'Union members and workers where there is a union organisation.',
      ),
    },
  },
});

/** How many belong to the unions. */
@Entity({ tableName: 'membership_statistic' })
@TotalsKept('metric', 'state')
@Directive('@key(fields: "id")')
@ObjectType('MembershipStatistic', {
  implements: HubRecord,
  description: both('Số liệu đoàn viên', 'How many belong to the unions.'),
})
export class MembershipStatistic extends UnionStatistic {
  @Field(() => MembershipMetric, { description: both('Chỉ tiêu', 'Who is counted.') })
  @Enum({ items: () => MembershipMetric })
  metric!: MembershipMetric;

  /** The figure of which the source says that this one is a part. */
  @Index()
  @ManyToOne(() => MembershipStatistic, { mapToPk: true, fieldName: 'whole_key', nullable: true })
  whole: string | null = null;
}
