import { both } from '../../../schema/contract/text.js';
import { refListColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What kind of undertaking it is. */
export enum UnionProgrammeKind {
  PROGRAMME = 'PROGRAMME',
  CAMPAIGN = 'CAMPAIGN',
  ANNUAL_PLAN = 'ANNUAL_PLAN',
}
registerEnumType(UnionProgrammeKind, {
  name: 'UnionProgrammeKind',
  description: both('Loại chương trình công tác', 'Kind of undertaking.'),
  valuesConfig: {
    PROGRAMME: { description: both('Chương trình', 'Programme.') },
    CAMPAIGN: { description: both('Cuộc vận động', 'Campaign.') },
    ANNUAL_PLAN: { description: both('Kế hoạch ban hành hằng năm', 'Plan that is issued every year.') },
  },
});

/** A programme, campaign or yearly plan of a union organisation other than welfare. */
@Entity({ tableName: 'union_programme' })
@Directive('@key(fields: "id")')
@ObjectType('UnionProgramme', {
  implements: HubRecord,
  description: both(
    'Chương trình, cuộc vận động, kế hoạch hằng năm của tổ chức công đoàn',
    'A programme, campaign or yearly plan of a union organisation other than welfare.',
  ),
})
export class UnionProgramme extends NamedRecord {
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'organization_key' })
  organization!: string;

  @Field(() => UnionProgrammeKind, { description: both('Loại', 'Its kind.') })
  @Enum({ items: () => UnionProgrammeKind })
  kind!: UnionProgrammeKind;

  /** Police organisations that issue it together with the union. */
  @Index({ type: 'gin' })
  @Property(refListColumn(['PoliceOrganization']))
  policePartners: readonly string[] = [];
}
