import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { periodColumn, ReportedPeriod } from '../activity/reported-period.js';
import { Document } from '../document/document.entity.js';
import { ModelType } from './model-type.entity.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What a review says of a model. */
export enum ModelVerdict {
  EFFECTIVE = 'EFFECTIVE',
  NEEDS_IMPROVEMENT = 'NEEDS_IMPROVEMENT',
  DISCONTINUED = 'DISCONTINUED',
}
registerEnumType(ModelVerdict, {
  name: 'ModelVerdict',
  description: both('Kết luận đánh giá mô hình', 'What a review says of a model.'),
  valuesConfig: {
    EFFECTIVE: { description: both('Hiệu quả, tiếp tục nhân rộng', 'It works, and is replicated further.') },
    NEEDS_IMPROVEMENT: { description: both('Cần cải tiến', 'It needs improvement.') },
    DISCONTINUED: { description: both('Dừng thực hiện', 'It is not carried on.') },
  },
});

/** What an organisation found about a kind of model, for a time and perhaps one place. */
@Entity({ tableName: 'model_review' })
@Check({ name: 'model_review_counts_places', expression: 'replicated_count >= 0' })
@Directive('@key(fields: "id")')
@ObjectType('ModelReview', {
  implements: HubRecord,
  description: both(
    'Kết quả đánh giá một loại mô hình của một tổ chức trong một kỳ',
    'What an organisation found about a kind of model, over a period.',
  ),
})
export class ModelReview extends HubRecord {
  @Index()
  @ManyToOne(() => ModelType, { mapToPk: true, fieldName: 'model_type_key' })
  modelType!: string;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  reviewer!: string;

  /** The unit that the review is about; none where it is the reviewer's whole field. */
  @Index()
  @Property(refColumn(['AdministrativeUnit'], { nullable: true }))
  place: string | null = null;

  @Field(() => ReportedPeriod, { description: both('Kỳ đánh giá', 'The days that it covers.') })
  @Property(periodColumn())
  period!: ReportedPeriod;

  @Field(() => ModelVerdict, { description: both('Kết luận', 'What it says.') })
  @Enum({ items: () => ModelVerdict })
  verdict!: ModelVerdict;

  /** Unit: places. */
  @Field(() => Int, {
    nullable: true,
    description: both(
      'Số nơi đã nhân rộng; trống khi không nêu',
      'In how many places it was replicated; null when not said.',
    ),
  })
  @Property({ type: 'integer', nullable: true })
  replicatedCount: number | null = null;

  /** Key of the document with the review. */
  @Index()
  @ManyToOne(() => Document, { mapToPk: true, fieldName: 'document_key', nullable: true })
  document: string | null = null;
}
