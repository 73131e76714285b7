import { both } from '../../../schema/contract/text.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { Certainty } from '../../shared/values/provenance.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import { StandardGrade } from './standard-recognition.enums.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** From which score on a grade is given, for as long as that holds. On one day a grade of a standard has one threshold. */
@Entity({ tableName: 'standard_grade_threshold' })
@Check({
  name: 'standard_grade_threshold_is_a_share',
  expression: 'least_percent >= 0 and least_percent <= 100',
})
@Directive('@key(fields: "id")')
@ObjectType('StandardGradeThreshold', {
  implements: HubRecord,
  description: both(
    'Ngưỡng điểm của một mức đạt tiêu chuẩn',
    'From which score on a grade of a standard is given.',
  ),
})
export class StandardGradeThreshold extends DatedRecord {
  @Index()
  @ManyToOne(() => RecognitionStandard, { mapToPk: true, fieldName: 'standard_key' })
  standard!: string;

  @Field(() => StandardGrade, { description: both('Mức đạt', 'The grade.') })
  @Enum({ items: () => StandardGrade })
  grade!: StandardGrade;

  /** Unit: per cent of the points that all criteria give together. */
  @Field(() => Int, {
    description: both(
      'Tỷ lệ tối thiểu trên tổng điểm tối đa của các tiêu chí (%)',
      'Least per cent of the points that all criteria give together.',
    ),
  })
  @Property({ type: 'integer' })
  leastPercent!: number;

  @Field(() => Certainty, {
    description: both('Mức độ chắc chắn', 'How sure the threshold is, by its first source.'),
  })
  get certainty(): Certainty {
    return this.provenance[0]?.certainty ?? Certainty.EXTERNAL_UNVERIFIED;
  }
}
