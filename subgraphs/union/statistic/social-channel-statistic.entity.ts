import { both } from '../../../schema/contract/text.js';
import { refListColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { UnionStatistic } from './union-statistic.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What is counted. */
export enum SocialChannelMetric {
  PAGES_AND_GROUPS = 'PAGES_AND_GROUPS',
}
registerEnumType(SocialChannelMetric, {
  name: 'SocialChannelMetric',
  description: both('Chỉ tiêu kênh mạng xã hội', 'What is counted.'),
  valuesConfig: {
    PAGES_AND_GROUPS: {
      description: both('Số trang, nhóm mạng xã hội', 'Pages and groups on social networks.'),
    },
  },
});

/** How many pages and groups on social networks the unions of some levels manage. */
@Entity({ tableName: 'social_channel_statistic' })
@Directive('@key(fields: "id")')
@ObjectType('SocialChannelStatistic', {
  implements: HubRecord,
  description: both(
    'Số trang, nhóm mạng xã hội do các cấp công đoàn quản lý',
    'How many pages and groups on social networks the unions of some levels manage.',
  ),
})
export class SocialChannelStatistic extends UnionStatistic {
  @Field(() => SocialChannelMetric, { description: both('Chỉ tiêu', 'What is counted.') })
  @Enum({ items: () => SocialChannelMetric, default: SocialChannelMetric.PAGES_AND_GROUPS })
  metric: SocialChannelMetric = SocialChannelMetric.PAGES_AND_GROUPS;

  /** Levels whose unions manage them. */
  @Index({ type: 'gin' })
  @Property(refListColumn(['UnionLevelPeriod']))
  levels: readonly string[] = [];
}
