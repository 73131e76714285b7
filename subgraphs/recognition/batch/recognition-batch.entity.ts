import { both } from '../../../schema/contract/text.js';
import { jsonColumn, partialDateColumn, quantityColumn, refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { PartialDate } from '../../shared/values/partial-date.js';
import { Quantity } from '../../shared/values/quantity.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { AwardAuthorityRule } from '../award/award-authority-rule.entity.js';
import { AwardForm } from '../award/award-form.entity.js';
import { Decision } from '../decision/decision.entity.js';
import {
  RecipientSide,
  RecognitionBatchKind,
  RecognitionOutcome,
  RecognitionStatus,
} from './recognition-batch.enums.js';
import { BATCH_RULES, CROSS_AGENCY, YEAR } from './recognition-batch.rules.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

/** The years of a movement's stage, both included. */
@ObjectType({
  description: both('Giai đoạn của phong trào', "The years of a movement's stage, both included."),
})
export class RecognitionStage {
  /** Unit: year. */
  @Field(() => Int, { description: both('Năm đầu', 'First year.') })
  readonly from!: number;

  /** Unit: year. */
  @Field(() => Int, { description: both('Năm cuối', 'Last year.') })
  readonly to!: number;
}

const stage: z.ZodType<RecognitionStage> = z
  .strictObject({ from: z.int(), to: z.int() })
  .refine(({ from, to }) => from <= to, { error: 'a stage ends before it begins' });

/** Recognitions of one form, by one authority, counted together; it needs no recipient's name. */
@Entity({ tableName: 'recognition_batch' })
@TotalsKept('form', 'kind', 'recipientSide', 'status', 'year', 'isCrossAgency')
@BATCH_RULES
@Directive('@key(fields: "id")')
@ObjectType('RecognitionBatch', {
  implements: HubRecord,
  description: both(
    'Đợt khen thưởng: một con số, một hình thức, một thẩm quyền; không có tên người được khen',
    'Recognitions of one form by one authority, counted together; without names.',
  ),
})
export class RecognitionBatch extends HubRecord {
  @Index()
  @ManyToOne(() => AwardForm, { mapToPk: true, fieldName: 'form_key' })
  form!: string;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  authority!: string;

  @Field({
    description: both(
      'Người hoặc cơ quan khen (với đề nghị: nơi được đề nghị), như nguồn nêu',
      'Who gives the award, or is asked to, as the source names it, in Vietnamese.',
    ),
  })
  @Property({ type: 'text' })
  authorityOfficeVi!: string;

  @Field({ description: both('Người hoặc cơ quan khen, tiếng Anh', 'The same in English.') })
  @Property({ type: 'text' })
  authorityOfficeEn!: string;

  @ManyToOne(() => AwardAuthorityRule, { mapToPk: true, fieldName: 'authority_rule_key', nullable: true })
  authorityRule: string | null = null;

  @Field(() => Quantity, { description: both('Số lượng', 'How many were recognised or proposed.') })
  @Property(quantityColumn())
  count!: Quantity;

  @Field(() => RecognitionBatchKind, { description: both('Đối tượng được đếm', 'What is counted.') })
  @Enum({ items: () => RecognitionBatchKind })
  kind!: RecognitionBatchKind;

  @Field(() => RecipientSide, { description: both('Bên được khen', 'Side of the recipients.') })
  @Enum({ items: () => RecipientSide })
  recipientSide!: RecipientSide;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES, { nullable: true }))
  recipient: string | null = null;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES, { nullable: true }))
  proposedBy: string | null = null;

  @Index()
  @Property(refColumn(['Movement'], { nullable: true }))
  movement: string | null = null;

  @Field(() => RecognitionStage, {
    nullable: true,
    description: both('Giai đoạn được xét khen', 'Stage of the movement for which it was given.'),
  })
  @Property(jsonColumn(stage, { nullable: true }))
  stage: RecognitionStage | null = null;

  @Index()
  @Property(refColumn(['Activity'], { nullable: true }))
  activity: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Bên trao tại buổi lễ', 'Who handed the awards over, in Vietnamese.'),
  })
  @Property({ type: 'text', nullable: true })
  presentedByVi: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Bên trao tại buổi lễ, tiếng Anh', 'Who handed the awards over, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  presentedByEn: string | null = null;

  @Field(() => PartialDate, {
    nullable: true,
    description: both('Thời điểm đề nghị', 'When it was proposed.'),
  })
  @Property(partialDateColumn())
  proposedAt: PartialDate | null = null;

  @Field(() => PartialDate, { nullable: true, description: both('Thời điểm trao', 'When it was conferred.') })
  @Property(partialDateColumn())
  conferredAt: PartialDate | null = null;

  /** Unit: year. */
  @Field(() => Int, {
    nullable: true,
    description: both(
      'Năm trao; khi chưa trao: năm đề nghị',
      'Year of the conferral; before that, of the proposal.',
    ),
  })
  @Index()
  @Property({ type: 'integer', nullable: true, generated: YEAR })
  readonly year!: number | null;

  @Index()
  @ManyToOne(() => Decision, { mapToPk: true, fieldName: 'decision_key', nullable: true })
  decision: string | null = null;

  @Field(() => RecognitionStatus, { description: both('Tình trạng', 'How far it has come.') })
  @Enum({ items: () => RecognitionStatus })
  status!: RecognitionStatus;

  @Field(() => RecognitionOutcome, { description: both('Kết quả', 'What became of it.') })
  @Enum({ items: () => RecognitionOutcome })
  outcome!: RecognitionOutcome;

  @Field({
    description: both(
      'Khen chéo giữa công đoàn và công an',
      'Whether a union recognises the police side, or the police the union side.',
    ),
  })
  @Property({ type: 'boolean', nullable: true, generated: CROSS_AGENCY })
  readonly isCrossAgency!: boolean;
}
