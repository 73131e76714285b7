import { both } from '../../../schema/contract/text.js';
import { Certainty } from '../../shared/values/provenance.js';
import { StandardGrade } from './standard-recognition.enums.js';
import { Field, Int, ObjectType } from 'type-graphql';

/** How many met one standard with one grade in one year. Computed at each question, never stored. */
@ObjectType({
  description: both(
    'Số đối tượng được công nhận theo tiêu chuẩn, năm và mức; do hệ thống đếm, không gồm đã thu hồi',
    'How many met a standard in a year, per grade: counted by the hub, without those taken back.',
  ),
})
export class StandardStatistic {
  /** Key of the standard. */
  readonly standardKey!: string;

  /** Unit: year. */
  @Field(() => Int, { description: both('Năm', 'The year.') })
  readonly year!: number;

  @Field(() => StandardGrade, { description: both('Mức đạt', 'The grade.') })
  readonly grade!: StandardGrade;

  /** Unit: subjects. */
  @Field(() => Int, { description: both('Số đối tượng', 'Number of subjects.') })
  readonly count!: number;

  @Field(() => Certainty, { description: both('Luôn là DERIVED', 'Always DERIVED.') })
  readonly certainty = Certainty.DERIVED;
}
