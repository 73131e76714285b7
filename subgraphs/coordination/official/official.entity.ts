import { both } from '../../../schema/contract/text.js';
import { sortKey } from '../../shared/fold.js';
import { HubRecord } from '../../shared/record.js';
import { BeforeCreate, BeforeUpdate, Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** An official acting in office. Nothing but the name is kept: a person exists here through an office alone. */
@Entity({ tableName: 'official' })
@Directive('@key(fields: "id")')
@ObjectType('Official', {
  implements: HubRecord,
  description: both(
    'Người giữ chức vụ, chỉ xuất hiện khi thi hành chức vụ',
    'An official acting in office; nothing but the name is kept.',
  ),
})
export class Official extends HubRecord {
  @Field({ description: both('Họ và tên', 'Full name.') })
  @Property({ type: 'text' })
  name!: string;

  /** Order of the name in the Vietnamese alphabet. */
  @Property({ type: 'text' })
  sortKey!: string;

  @BeforeCreate()
  @BeforeUpdate()
  foldName(): void {
    this.sortKey = sortKey(this.name);
  }
}
