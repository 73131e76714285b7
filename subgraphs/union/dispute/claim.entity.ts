import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { DerivedQuantity, differenceOf, Quantity } from '../../shared/values/quantity.js';
import { ClaimKind, ClaimOutcome, WorkersBand } from './claim-vocabulary.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';
import { dong } from './money.js';
import { BigIntType } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/**
 * One lawful claim of the employees in a dispute. Claimed = resolved + outstanding: what is outstanding is computed, and
 * the database holds the resolved amount between none and all of the claimed.
 */
@Entity({ tableName: 'claim' })
@Check({ name: 'claim_is_restricted', expression: `'RESTRICTED' = classification` })
@Check({
  name: 'claim_resolved_within_claimed',
  expression:
    'case when amount_vnd is null then resolved_vnd = 0 else resolved_vnd >= 0 and resolved_vnd <= amount_vnd and amount_vnd > 0 end',
})
@Check({
  name: 'claim_outcome_agrees',
  expression: `case outcome
    when 'MET' then resolved_vnd = coalesce(amount_vnd, 0)
    when 'PARTLY_MET' then resolved_vnd > 0 and resolved_vnd < amount_vnd
    when 'PENDING' then resolved_vnd = 0
    else amount_vnd is null or resolved_vnd < amount_vnd
  end`,
})
@Directive('@key(fields: "id")')
@ObjectType('Claim', {
  implements: HubRecord,
  description: both(
    'Một yêu cầu hợp pháp của tập thể người lao động',
    'One lawful claim of the employees in a labour dispute.',
  ),
})
export class Claim extends HubRecord {
  @Index()
  @ManyToOne(() => LabourDisputeCase, { mapToPk: true, fieldName: 'dispute_case_key' })
  disputeCase!: string;

  @Field(() => ClaimKind, { description: both('Loại yêu cầu', 'What is claimed.') })
  @Enum({ items: () => ClaimKind })
  kind!: ClaimKind;

  @Field(() => ClaimOutcome, { description: both('Kết quả đến nay', 'What became of it so far.') })
  @Enum({ items: () => ClaimOutcome })
  outcome!: ClaimOutcome;

  /** What is claimed; none where it is not about money, or the sum is not known. Unit: VND. */
  @Property({ type: new BigIntType('number'), nullable: true })
  amountVnd: number | null = null;

  /** What was paid so far. Unit: VND. */
  @Property({ type: new BigIntType('number') })
  resolvedVnd!: number;

  @Field(() => WorkersBand, {
    description: both('Khoảng số người lao động liên quan', 'How many workers it is about, as a band.'),
  })
  @Enum({ items: () => WorkersBand })
  workersBand!: WorkersBand;

  @Field(() => String, {
    nullable: true,
    description: both('Căn cứ pháp lý của yêu cầu', 'Legal basis of the claim; nobody is named.'),
  })
  @Property({ type: 'text', nullable: true })
  legalBasis: string | null = null;

  @Field(() => Quantity, {
    nullable: true,
    description: both(
      'Số tiền yêu cầu; trống khi không phải yêu cầu về tiền hoặc chưa rõ',
      'What is claimed; null when it is not about money, or not known.',
    ),
  })
  get amount(): Quantity | null {
    return this.amountVnd === null ? null : dong(this.amountVnd);
  }

  @Field(() => Quantity, {
    nullable: true,
    description: both('Số tiền đã giải quyết', 'What was paid so far; null like the amount.'),
  })
  get resolvedAmount(): Quantity | null {
    return this.amountVnd === null ? null : dong(this.resolvedVnd);
  }

  @Field(() => DerivedQuantity, {
    nullable: true,
    description: both('Số tiền còn lại', 'What is outstanding; null like the amount.'),
  })
  get outstanding(): DerivedQuantity | null {
    return this.amountVnd === null ? null : differenceOf(dong(this.amountVnd), dong(this.resolvedVnd));
  }
}
