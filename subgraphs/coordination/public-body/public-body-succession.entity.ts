import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { OrganizationSuccession } from '../police/organization-succession.js';
import { PublicBody } from './public-body.entity.js';
import { Entity, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** One step from a public body to its successor. */
@Entity({ tableName: 'public_body_succession' })
@Directive('@key(fields: "id")')
@ObjectType('PublicBodySuccession', {
  implements: HubRecord,
  description: both(
    'Quan hệ kế tiếp giữa hai cơ quan, tổ chức',
    'One step from a public body to its successor.',
  ),
})
export class PublicBodySuccession extends OrganizationSuccession {
  @Index()
  @ManyToOne(() => PublicBody, { mapToPk: true, fieldName: 'from_key' })
  from!: string;

  @Index()
  @ManyToOne(() => PublicBody, { mapToPk: true, fieldName: 'to_key' })
  to!: string;
}
