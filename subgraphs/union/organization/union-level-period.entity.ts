import { both } from '../../../schema/contract/text.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { UnionLevel } from './union-level.js';
import { Entity, Enum } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** That the union system had a level for a time: the scheme of levels has dates, too. */
@Entity({ tableName: 'union_level_period' })
@Directive('@key(fields: "id")')
@ObjectType('UnionLevelPeriod', {
  implements: HubRecord,
  description: both(
    'Thời gian một cấp công đoàn tồn tại trong hệ thống',
    'The time for which the union system had a level.',
  ),
})
export class UnionLevelPeriod extends NamedRecord {
  @Field(() => UnionLevel, { description: both('Cấp công đoàn', 'The level.') })
  @Enum({ items: () => UnionLevel })
  level!: UnionLevel;
}
