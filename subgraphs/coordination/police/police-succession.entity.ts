import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { OrganizationSuccession } from './organization-succession.js';
import { PoliceOrganization } from './police-organization.entity.js';
import { Entity, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** One step from a police organisation to its successor. */
@Entity({ tableName: 'police_succession' })
@Directive('@key(fields: "id")')
@ObjectType('PoliceSuccession', {
  implements: HubRecord,
  description: both(
    'Quan hệ kế tiếp giữa hai tổ chức công an',
    'One step from a police organisation to its successor.',
  ),
})
export class PoliceSuccession extends OrganizationSuccession {
  @Index()
  @ManyToOne(() => PoliceOrganization, { mapToPk: true, fieldName: 'from_key' })
  from!: string;

  @Index()
  @ManyToOne(() => PoliceOrganization, { mapToPk: true, fieldName: 'to_key' })
  to!: string;
}
