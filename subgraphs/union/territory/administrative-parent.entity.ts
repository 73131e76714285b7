import { DatedRecord } from '../../shared/record.js';
import { AdministrativeUnit } from './administrative-unit.entity.js';
import { Entity, Index, ManyToOne } from '@mikro-orm/decorators/legacy';

/** That a unit lay within another for a time. On each day a unit has at most one parent; the database holds to it. */
@Entity({ tableName: 'administrative_parent' })
export class AdministrativeParent extends DatedRecord {
  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'child_key' })
  child!: string;

  @Index()
  @ManyToOne(() => AdministrativeUnit, { mapToPk: true, fieldName: 'parent_key' })
  parent!: string;
}
