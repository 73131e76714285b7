import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** That an organisation set itself the target of meeting a standard. */
@Entity({ tableName: 'standard_target' })
@Directive('@key(fields: "id")')
@ObjectType('StandardTarget', {
  implements: HubRecord,
  description: both(
    'Chỉ tiêu phấn đấu đạt một tiêu chuẩn của một tổ chức',
    'That an organisation set itself the target of meeting a standard; not that it met it.',
  ),
})
export class StandardTarget extends DatedRecord {
  @Index()
  @ManyToOne(() => RecognitionStandard, { mapToPk: true, fieldName: 'standard_key' })
  standard!: string;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  organization!: string;
}
