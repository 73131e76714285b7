import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { PoliceOrganization } from './police-organization.entity.js';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** That a police organisation was in charge of a territory for a time. */
@Entity({ tableName: 'police_jurisdiction' })
@Directive('@key(fields: "id")')
@ObjectType('PoliceJurisdiction', {
  implements: HubRecord,
  description: both(
    'Địa bàn do một tổ chức công an phụ trách',
    'A territory of which a police organisation is in charge.',
  ),
})
export class PoliceJurisdiction extends DatedRecord {
  @Index()
  @ManyToOne(() => PoliceOrganization, { mapToPk: true, fieldName: 'police_key' })
  police!: string;

  /** The administrative unit, as it was. */
  @Index()
  @Property(refColumn(['AdministrativeUnit']))
  unit!: string;
}
