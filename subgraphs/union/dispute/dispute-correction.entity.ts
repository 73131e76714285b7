import { both } from '../../../schema/contract/text.js';
import { jsonColumn, refColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Claim } from './claim.entity.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';
import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

/** Keeps what a correction tells apart from tips of the same place. */
const APART = '@tag(name: "apart-from/tips-of-a-place")';

/** One value that a correction changed. */
@ObjectType('CorrectedValue', {
  description: both('Một giá trị được đính chính', 'One value that a correction changed.'),
})
export class CorrectedValue {
  @Field({ description: both('Tên trường', 'Name of the field.') })
  readonly field!: string;

  @Field(() => String, { nullable: true, description: both('Giá trị trước', 'What it said before.') })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: both('Giá trị sau', 'What it says since then.') })
  readonly after!: string | null;
}

const correctedValues = z.array(
  z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
);

/**
 * That the union corrected what it had recorded of a case or of one of its claims. What was recorded stays in the
 * history; without a correction the database lets none of it be changed.
 */
@Entity({ tableName: 'dispute_correction' })
@Index({
  name: 'dispute_correction_of_a_version',
  expression: `create unique index dispute_correction_of_a_version on dispute_correction (coalesce(claim_key, dispute_case_key), corrected_version)`,
})
@Check({ name: 'dispute_correction_is_restricted', expression: `'RESTRICTED' = classification` })
@Directive('@key(fields: "id")')
@ObjectType('DisputeCorrection', {
  implements: HubRecord,
  description: both(
    'Việc đính chính một vụ việc hoặc một yêu cầu: ai đính chính, vì sao, giá trị nào',
    'That a dispute case or one of its claims was corrected: by whom, why, and what.',
  ),
})
export class DisputeCorrection extends HubRecord {
  @Index()
  @ManyToOne(() => LabourDisputeCase, { mapToPk: true, fieldName: 'dispute_case_key' })
  disputeCase!: string;

  /** The claim that was corrected; none where it was the case itself. */
  @Index()
  @ManyToOne(() => Claim, { mapToPk: true, fieldName: 'claim_key', nullable: true })
  claim: string | null = null;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field(() => Int, {
    description: both('Phiên bản được đính chính', 'The version of the record that was corrected.'),
  })
  @Property({ type: 'integer' })
  correctedVersion!: number;

  /** The union organisation that corrected it; the account stands in the audit log. */
  @Property(refColumn(['UnionOrganization']))
  correctedBy!: string;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field(() => LocalDate, { description: both('Ngày đính chính', 'When it was corrected.') })
  @Property({ type: 'date' })
  correctedOn!: string;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field({ description: both('Lý do; không nêu tên người', 'Why; nobody is named.') })
  @Property({ type: 'text' })
  reason!: string;

  @Directive(APART)
  @NeedsScope('disputes:read')
  @Field(() => [CorrectedValue], { description: both('Các giá trị được đính chính', 'What was changed.') })
  @Property(jsonColumn(correctedValues))
  changes!: readonly CorrectedValue[];
}
