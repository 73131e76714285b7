import { DatedRecord } from '../../shared/record.js';
import { UnionOrganization } from './union-organization.entity.js';
import { Entity, Index, ManyToOne } from '@mikro-orm/decorators/legacy';

/** That a union belonged to another for a time. On each day it has at most one parent; the database holds to it. */
@Entity({ tableName: 'organization_parent' })
export class OrganizationParent extends DatedRecord {
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'child_key' })
  child!: string;

  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'parent_key' })
  parent!: string;
}
