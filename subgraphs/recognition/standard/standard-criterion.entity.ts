import { both } from '../../../schema/contract/text.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { Certainty } from '../../shared/values/provenance.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** One criterion by which a standard is scored, for as long as it holds. On one day no two have the same code. */
@Entity({ tableName: 'standard_criterion' })
@Check({ name: 'standard_criterion_gives_points', expression: 'maximum_points > 0' })
@Directive('@key(fields: "id")')
@ObjectType('StandardCriterion', {
  implements: HubRecord,
  description: both('Tiêu chí chấm điểm của một tiêu chuẩn', 'A criterion by which a standard is scored.'),
})
export class StandardCriterion extends DatedRecord {
  @Index()
  @ManyToOne(() => RecognitionStandard, { mapToPk: true, fieldName: 'standard_key' })
  standard!: string;

  @Field({ description: both('Mã tiêu chí, ví dụ 1.2', 'Code within the standard, such as 1.2.') })
  @Property({ type: 'text' })
  code!: string;

  @Field({ description: both('Nội dung tiêu chí', 'What is asked, in Vietnamese.') })
  @Property({ type: 'text' })
  textVi!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Nội dung tiêu chí, tiếng Anh', 'What is asked, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  textEn: string | null = null;

  /** Unit: points. */
  @Field(() => Int, { description: both('Điểm tối đa', 'The most points that it gives.') })
  @Property({ type: 'integer' })
  maximumPoints!: number;

  @Field(() => Certainty, {
    description: both('Mức độ chắc chắn', 'How sure the criterion is, by its first source.'),
  })
  get certainty(): Certainty {
    return this.provenance[0]?.certainty ?? Certainty.EXTERNAL_UNVERIFIED;
  }
}
