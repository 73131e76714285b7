import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { UnionStatistic } from './union-statistic.js';
import { Entity, Enum, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What is measured. */
export enum WorkforceMetric {
  WORKERS = 'WORKERS',
  TRAINED_LABOUR_SHARE = 'TRAINED_LABOUR_SHARE',
  AVERAGE_MONTHLY_WAGE = 'AVERAGE_MONTHLY_WAGE',
}
registerEnumType(WorkforceMetric, {
  name: 'WorkforceMetric',
  description: both('Chỉ tiêu lao động', 'What is measured.'),
  valuesConfig: {
    WORKERS: { description: both('Số công nhân lao động', 'Number of workers.') },
    TRAINED_LABOUR_SHARE: { description: both('Tỷ lệ lao động qua đào tạo', 'Share of trained labour.') },
    AVERAGE_MONTHLY_WAGE: {
      description: both('Tiền lương bình quân tháng', 'Average monthly wage of a person.'),
    },
  },
});

/** Among whom it is measured. */
export enum WorkforceSector {
  ALL = 'ALL',
  PUBLIC_SERVICE = 'PUBLIC_SERVICE',
  ENTERPRISE = 'ENTERPRISE',
  INDUSTRIAL_PARK = 'INDUSTRIAL_PARK',
}
registerEnumType(WorkforceSector, {
  name: 'WorkforceSector',
  description: both('Khu vực lao động', 'Among whom it is measured.'),
  valuesConfig: {
    ALL: { description: both('Toàn bộ lao động', 'All labour.') },
    PUBLIC_SERVICE: {
      description: both('Khối hành chính sự nghiệp', 'Administration and public service.'),
    },
    ENTERPRISE: { description: both('Khối doanh nghiệp', 'Enterprises.') },
    INDUSTRIAL_PARK: { description: both('Trong các khu công nghiệp', 'In industrial parks.') },
  },
});

/** How many work, how trained they are and what they earn on average. */
@Entity({ tableName: 'workforce_statistic' })
@TotalsKept('metric', 'state')
@Directive('@key(fields: "id")')
@ObjectType('WorkforceStatistic', {
  implements: HubRecord,
  description: both(
    'Số liệu lao động, đào tạo, tiền lương',
    'How many work, how trained they are, what they earn on average.',
  ),
})
export class WorkforceStatistic extends UnionStatistic {
  @Field(() => WorkforceMetric, { description: both('Chỉ tiêu', 'What is measured.') })
  @Enum({ items: () => WorkforceMetric })
  metric!: WorkforceMetric;

  @Field(() => WorkforceSector, { description: both('Khu vực lao động', 'Among whom.') })
  @Enum({ items: () => WorkforceSector, default: WorkforceSector.ALL })
  sector: WorkforceSector = WorkforceSector.ALL;

  /** The earlier figure with which the source compares this one. */
  @Index()
  @ManyToOne(() => WorkforceStatistic, { mapToPk: true, fieldName: 'earlier_key', nullable: true })
  earlier: string | null = null;
}
