import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { StandardCriterion } from './standard-criterion.entity.js';
import { StandardRecognition } from './standard-recognition.entity.js';
import { Check, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** The points of one file by one criterion; always internal to those who have to do with the file. */
@Entity({ tableName: 'standard_score' })
@Unique({ properties: ['recognition', 'criterion'] })
@Check({ name: 'standard_score_is_not_public', expression: `classification <> 'PUBLIC'` })
@Check({
  name: 'standard_score_is_not_negative',
  expression: 'self_assessed_points >= 0 and appraised_points >= 0',
})
@Directive('@key(fields: "id")')
@ObjectType('StandardScore', {
  implements: HubRecord,
  description: both(
    'Điểm theo một tiêu chí, tự chấm và thẩm định; nội bộ',
    'The points by one criterion, self-assessed and appraised; internal.',
  ),
})
export class StandardScore extends HubRecord {
  @ManyToOne(() => StandardRecognition, { mapToPk: true, fieldName: 'recognition_key' })
  recognition!: string;

  @ManyToOne(() => StandardCriterion, { mapToPk: true, fieldName: 'criterion_key' })
  criterion!: string;

  /** Unit: points. */
  @Field(() => Int, { description: both('Điểm tự chấm', 'Points that the subject gave itself.') })
  @Property({ type: 'integer' })
  selfAssessedPoints!: number;

  /** Unit: points. */
  @Field(() => Int, {
    nullable: true,
    description: both('Điểm thẩm định; trống: chưa thẩm định', 'Points of the appraisal; null before it.'),
  })
  @Property({ type: 'integer', nullable: true })
  appraisedPoints: number | null = null;
}
