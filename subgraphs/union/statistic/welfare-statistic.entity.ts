import { both } from '../../../schema/contract/text.js';
import { refListColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { UnionStatistic } from './union-statistic.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What is measured. */
export enum WelfareMetric {
  BENEFICIARIES = 'BENEFICIARIES',
  AMOUNT = 'AMOUNT',
}
registerEnumType(WelfareMetric, {
  name: 'WelfareMetric',
  description: both('Chỉ tiêu phúc lợi', 'What is measured.'),
  valuesConfig: {
    BENEFICIARIES: { description: both('Số người được hỗ trợ', 'People who were helped.') },
    AMOUNT: { description: both('Số tiền hỗ trợ', 'Money given.') },
  },
});

/** How many the unions' welfare reached, and with how much money. */
@Entity({ tableName: 'welfare_statistic' })
@Directive('@key(fields: "id")')
@ObjectType('WelfareStatistic', {
  implements: HubRecord,
  description: both('Số liệu phúc lợi', "How many the unions' welfare reached, and with how much money."),
})
export class WelfareStatistic extends UnionStatistic {
  @Field(() => WelfareMetric, { description: both('Chỉ tiêu', 'What is measured.') })
  @Enum({ items: () => WelfareMetric })
  metric!: WelfareMetric;

  /** Programmes by which it was given. */
  @Index({ type: 'gin' })
  @Property(refListColumn(['WelfareProgramme']))
  programmes: readonly string[] = [];
}
