import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { AwardAuthorityRule } from '../award/award-authority-rule.entity.js';
import { AwardForm } from '../award/award-form.entity.js';
import { Decision } from '../decision/decision.entity.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { AwardRound } from '../round/award-round.entity.js';
import { NominationState } from './nomination.enums.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/**
 * A file that proposes one recipient for one award. What is written of the achievement is a personal text; each change of
 * the state is a step, which the database itself records.
 */
@Entity({ tableName: 'nomination' })
@Check({ name: 'nomination_achieved_in_order', expression: 'achieved_from <= achieved_to' })
@Check({
  name: 'nomination_decided_has_a_decision',
  expression: `decision_key is not null or (state <> 'DECIDED' and state <> 'CONFERRED' and state <> 'REVOKED')`,
})
@Check({
  name: 'nomination_forwarded_somewhere',
  expression: `forwarded_to is not null or (state <> 'FORWARDED' and state <> 'OUTCOME_UNKNOWN')`,
})
@Directive('@key(fields: "id")')
@ObjectType('Nomination', {
  implements: HubRecord,
  description: both('Hồ sơ đề nghị khen thưởng', 'A file that proposes one recipient for one award.'),
})
export class Nomination extends HubRecord {
  @Index()
  @ManyToOne(() => AwardRound, { mapToPk: true, fieldName: 'round_key' })
  round!: string;

  @Index()
  @ManyToOne(() => AwardForm, { mapToPk: true, fieldName: 'form_key' })
  form!: string;

  @ManyToOne(() => AwardAuthorityRule, { mapToPk: true, fieldName: 'rule_key' })
  rule!: string;

  /** Of the rule, when the file was handed in first: what is corrected later holds for later files. Unit: version. */
  @Field(() => Int, {
    nullable: true,
    description: both(
      'Phiên bản của quy tắc khi nộp lần đầu; sửa quy tắc sau đó không áp dụng cho hồ sơ này',
      'Version of the rule when the file was first handed in; later corrections of it are not for this file.',
    ),
  })
  @Property({ type: 'integer', nullable: true })
  ruleVersion: number | null = null;

  /** Whose round it is. */
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  authority!: string;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  nominator!: string;

  @Index()
  @ManyToOne(() => Recipient, { mapToPk: true, fieldName: 'recipient_key' })
  recipient!: string;

  @Field(() => LocalDate, { description: both('Thành tích từ ngày', 'First day of the achievement.') })
  @Property({ type: 'date' })
  achievedFrom!: string;

  @Field(() => LocalDate, { description: both('Thành tích đến hết ngày', 'Last day of the achievement.') })
  @Property({ type: 'date' })
  achievedTo!: string;

  @Field(() => NominationState, { description: both('Tình trạng', 'How far it has come.') })
  @Index()
  @Enum({ items: () => NominationState })
  state!: NominationState;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Ngày nộp lần đầu', 'Day on which it was first handed in.'),
  })
  @Property({ type: 'date', nullable: true })
  submittedOn: string | null = null;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Hết hạn lấy ý kiến công khai', 'First day after the comments of the public.'),
  })
  @Property({ type: 'date', nullable: true })
  commentClosesOn: string | null = null;

  @Property(refColumn(ORGANIZATION_TYPES, { nullable: true }))
  forwardedTo: string | null = null;

  @Index()
  @ManyToOne(() => Decision, { mapToPk: true, fieldName: 'decision_key', nullable: true })
  decision: string | null = null;
}
