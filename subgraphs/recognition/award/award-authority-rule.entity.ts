import { both } from '../../../schema/contract/text.js';
import { jsonColumn, refListColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { Certainty } from '../../shared/values/provenance.js';
import {
  AwardAuthorityKind,
  AwardStep,
  RECIPIENT_KINDS,
  RecipientKind,
} from './award-authority-rule.enums.js';
import { AwardForm } from './award-form.entity.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

/** How long one step of the procedure may take. */
@ObjectType({ description: both('Thời hạn của một bước', 'How long one step of the procedure may take.') })
export class AwardDeadline {
  @Field(() => AwardStep, { description: both('Bước', 'The step.') })
  readonly step!: AwardStep;

  /** Unit: working days. */
  @Field(() => Int, { description: both('Số ngày làm việc', 'Limit in working days.') })
  readonly workingDays!: number;
}

const deadlines: z.ZodType<readonly AwardDeadline[]> = z.array(
  z.strictObject({ step: z.enum(AwardStep), workingDays: z.int().positive() }),
);

/**
 * That the holder of an office may give a form of award while a legal basis is in force. Rules are rows with dates.
 *
 * Source: the award laws and union regulations, not checked against their full texts: what is null is unverified.
 */
@Entity({ tableName: 'award_authority_rule' })
@Check({
  name: 'award_authority_rule_share_check',
  expression: 'quorum >= 1 and quorum <= 100 and vote_threshold >= 1 and vote_threshold <= 100',
})
@Directive('@key(fields: "id")')
@ObjectType('AwardAuthorityRule', {
  implements: HubRecord,
  description: both('Quy tắc về thẩm quyền khen thưởng', 'Who may give which award, by which legal basis.'),
})
export class AwardAuthorityRule extends DatedRecord {
  @Index()
  @ManyToOne(() => AwardForm, { mapToPk: true, fieldName: 'form_key' })
  form!: string;

  @Field(() => AwardAuthorityKind, {
    description: both('Loại cơ quan có thẩm quyền', 'Kind of organisation.'),
  })
  @Index()
  @Enum({ items: () => AwardAuthorityKind })
  authorityKind!: AwardAuthorityKind;

  /** Organisations of the register that hold this authority; others of the same kind hold it as well. */
  @Index({ type: 'gin' })
  @Property(refListColumn(ORGANIZATION_TYPES))
  authorities: readonly string[] = [];

  @Field({ description: both('Người có thẩm quyền', 'The office that decides, in Vietnamese.') })
  @Property({ type: 'text' })
  officeVi!: string;

  @Field({ description: both('Người có thẩm quyền, tiếng Anh', 'The office that decides, in English.') })
  @Property({ type: 'text' })
  officeEn!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Tên riêng của phần thưởng', 'Proper name of the award, in Vietnamese.'),
  })
  @Property({ type: 'text', nullable: true })
  awardTitleVi: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Tên riêng của phần thưởng, tiếng Anh', 'Proper name of the award, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  awardTitleEn: string | null = null;

  @Field(() => [RecipientKind], {
    description: both('Đối tượng có thể được khen', 'Who can receive the award under this rule.'),
  })
  @Property(jsonColumn(RECIPIENT_KINDS))
  recipientKinds!: readonly RecipientKind[];

  @Property(refListColumn(['Document']))
  legalBases: readonly string[] = [];

  @Field(() => Boolean, {
    nullable: true,
    description: both(
      'Có phải lấy ý kiến hiệp y; trống: chưa đối chiếu',
      'Whether the counterpart agency must be consulted; null when not verified.',
    ),
  })
  @Property({ type: 'boolean', nullable: true })
  consultationRequired: boolean | null = null;

  @Field(() => Boolean, {
    nullable: true,
    description: both(
      'Mỗi đối tượng chỉ được tặng một lần; trống: chưa đối chiếu',
      'Whether a recipient can get it only once; null when not verified.',
    ),
  })
  @Property({ type: 'boolean', nullable: true })
  oncePerRecipient: boolean | null = null;

  /** Unit: per cent of the council's members. */
  @Field(() => Int, {
    nullable: true,
    description: both(
      'Tỷ lệ thành viên hội đồng phải có mặt (%); trống: chưa đối chiếu',
      "Per cent of the council's members that must be present; null when not verified.",
    ),
  })
  @Property({ type: 'integer', nullable: true })
  quorum: number | null = null;

  /** Unit: per cent of the votes. */
  @Field(() => Int, {
    nullable: true,
    description: both(
      'Tỷ lệ phiếu đồng ý tối thiểu (%); trống: chưa đối chiếu',
      'Least per cent of votes in favour; null when not verified.',
    ),
  })
  @Property({ type: 'integer', nullable: true })
  voteThreshold: number | null = null;

  @Field(() => [AwardDeadline], {
    nullable: true,
    description: both('Thời hạn từng bước; trống: chưa đối chiếu', 'Time limits; null when not verified.'),
  })
  @Property(jsonColumn(deadlines, { nullable: true }))
  deadlines: readonly AwardDeadline[] | null = null;

  @Field(() => Certainty, {
    description: both('Mức độ chắc chắn của quy tắc', 'How sure the rule is, by its first source.'),
  })
  get certainty(): Certainty {
    return this.provenance[0]?.certainty ?? Certainty.EXTERNAL_UNVERIFIED;
  }
}
