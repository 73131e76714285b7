import { both } from '../../../schema/contract/text.js';
import { jsonColumn, refColumn, refListColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { RecognitionStage } from '../batch/recognition-batch.entity.js';
import { Check, Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

const stage: z.ZodType<RecognitionStage> = z.strictObject({ from: z.int(), to: z.int() });

/** A round in which an authority takes in nominations for some forms of award. */
@Entity({ tableName: 'award_round' })
@Check({ name: 'award_round_in_order', expression: 'opens_on <= closes_on' })
@Directive('@key(fields: "id")')
@ObjectType('AwardRound', {
  implements: HubRecord,
  description: both(
    'Đợt xét khen thưởng của một cơ quan',
    'A round in which an authority takes in nominations for some forms of award.',
  ),
})
export class AwardRound extends HubRecord {
  @Field({ description: both('Tên đợt', 'Name in Vietnamese.') })
  @Property({ type: 'text' })
  nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Name in English.') })
  @Property({ type: 'text', nullable: true })
  nameEn: string | null = null;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  organization!: string;

  @Property(refListColumn(['AwardForm']))
  forms!: readonly string[];

  /** Unit: year. */
  @Field(() => Int, { description: both('Năm xét khen', 'Year for which is awarded.') })
  @Index()
  @Property({ type: 'integer' })
  year!: number;

  @Field(() => RecognitionStage, {
    nullable: true,
    description: both('Giai đoạn được xét khen', 'Stage of a movement for which is awarded.'),
  })
  @Property(jsonColumn(stage, { nullable: true }))
  stage: RecognitionStage | null = null;

  @Field(() => LocalDate, { description: both('Ngày bắt đầu nhận hồ sơ', 'First day of intake.') })
  @Property({ type: 'date' })
  opensOn!: string;

  @Field(() => LocalDate, {
    description: both('Ngày thôi nhận hồ sơ', 'First day on which nothing is taken in any more.'),
  })
  @Property({ type: 'date' })
  closesOn!: string;
}
