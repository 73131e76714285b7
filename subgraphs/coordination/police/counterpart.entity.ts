import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { PoliceOrganization } from './police-organization.entity.js';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** That a union organisation and a police organisation were each other's partner for a time; one partner a day. */
@Entity({ tableName: 'counterpart' })
@Directive('@key(fields: "id")')
@ObjectType('Counterpart', {
  implements: HubRecord,
  description: both(
    'Quan hệ phối hợp cùng cấp giữa tổ chức công đoàn và tổ chức công an',
    'The partnership of a union organisation and the police organisation of its level.',
  ),
})
export class Counterpart extends DatedRecord {
  /** The union organisation. */
  @Index()
  @Property(refColumn(['UnionOrganization']))
  unionSide!: string;

  @Index()
  @ManyToOne(() => PoliceOrganization, { mapToPk: true, fieldName: 'police_key' })
  policeSide!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Lĩnh vực phối hợp', 'Fields of coordination, in Vietnamese.'),
  })
  @Property({ type: 'text', nullable: true })
  fieldsVi: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Lĩnh vực phối hợp, tiếng Anh', 'Fields of coordination, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  fieldsEn: string | null = null;
}
