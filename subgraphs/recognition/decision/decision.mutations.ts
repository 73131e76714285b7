import { both, text } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef } from '../../shared/reading/asked.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { MutationInput } from '../../shared/writing/input.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { mutationOf } from '../nomination/mutation.js';
import { SECRETARY, SIGNATORY } from '../nomination/nomination-steps.js';
import { Decision } from './decision.entity.js';
import { decisionSymbol } from './decision-symbol.js';
import { Field, ID, InputType } from 'type-graphql';

/** A signed decision. */
@InputType({ description: both('Quyết định đã ký', 'A signed decision.') })
class RecordDecisionInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã cơ quan ra quyết định; bỏ trống: tổ chức của bạn; cơ quan thi đua chỉ ghi thay cơ quan công quyền ngoài hệ thống',
      'Id of the organisation that decided; your own when not said. For another one: only a public body.',
    ),
  })
  readonly authority?: string;

  @Field({
    description: both(
      'Số, ký hiệu, ví dụ 123/QĐ-TLĐ',
      'Symbol with number, type and issuer, such as 123/QĐ-TLĐ.',
    ),
  })
  readonly symbol!: string;

  @Field(() => LocalDate, { description: both('Ngày quyết định', 'Day of the decision.') })
  readonly decidedOn!: string;

  @Field({ description: both('Chức vụ người ký', 'Office of the signatory, in Vietnamese.') })
  readonly signatoryOfficeVi!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Chức vụ người ký, tiếng Anh', 'Office of the signatory, in English.'),
  })
  readonly signatoryOfficeEn?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã văn bản, khi đã có trong hệ thống', 'Id of the document, where it is known.'),
  })
  readonly document?: string;
}

/** How decisions are recorded: by the office that signs, and those of public bodies by the awards office. */
export const decisionMutations = [
  mutationOf({
    name: 'recordDecision',
    description: both(
      'Ghi một quyết định khen thưởng hoặc thu hồi đã ký',
      'Records a signed decision to award, or to revoke an award.',
    ),
    answers: Decision,
    by: [...SIGNATORY, ...SECRETARY],
    input: RecordDecisionInput,
    work: record,
  }),
] as const;

function record(tx: Transaction, input: RecordDecisionInput): Promise<Decision> {
  const { decidedOn, signatoryOfficeVi, signatoryOfficeEn } = input;
  const symbol = decisionSymbol(input.symbol);
  if (symbol === null) throw noSymbol();
  guard(
    decidedOn <= tx.today,
    'decision-was-made',
    text('Ngày quyết định không thể ở tương lai.', 'A decision lies not in the future.'),
  );
  const decision = tx.create(Decision, {
    document: input.document ? askedRef(input.document, ['Document']) : null,
    symbol,
    authority: input.authority ? askedRef(input.authority, ORGANIZATION_TYPES) : tx.actor.organization,
    decidedOn,
    signatoryOfficeVi,
    signatoryOfficeEn,
  });
  return Promise.resolve(decision);
}

function noSymbol(): Refusal {
  return new Refusal(
    UserErrorCode.INVALID_INPUT,
    text(
      'Ký hiệu quyết định gồm số, loại QĐ và cơ quan ban hành, ví dụ 123/QĐ-TLĐ.',
      'The symbol of a decision has a number, the type QĐ and an issuer, such as 123/QĐ-TLĐ.',
    ),
    { field: 'symbol' },
  );
}
